using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace TwcBridge.Cli.Discovering;

/// <summary>A range of IPv4 addresses, never more than somebody would want to be asked.</summary>
internal sealed record Subnet(IPAddress Address, int PrefixLength)
{
    /// <summary>The widest that is probed: 1022 addresses.</summary>
    public const int ShortestPrefix = 22;

    private const int LongestPrefix = 32;
    private const int Bits = 32;

    /// <summary>Networks wider than this are probed around our own address only.</summary>
    private const int HomePrefix = 24;

    /// <summary>How many addresses it has, without those of the network and of everybody.</summary>
    public int HostCount => PrefixLength >= LongestPrefix - 1
        ? 1 << (LongestPrefix - PrefixLength)
        : (1 << (LongestPrefix - PrefixLength)) - 2;

    public static Subnet? Parse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2 && IPAddress.TryParse(parts[0], out IPAddress? address)
            && address.AddressFamily == AddressFamily.InterNetwork
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture,
                out int length)
            && length is >= ShortestPrefix and <= LongestPrefix
            ? new Subnet(address, length)
            : null;
    }

    /// <summary>Those that this machine is in.</summary>
    public static Subnet[] Local()
    {
        return NetworkInterface.GetAllNetworkInterfaces()
            .Where(link => link.OperationalStatus == OperationalStatus.Up
                && link.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(link => link.GetIPProperties().UnicastAddresses)
            .Where(own => own.Address.AddressFamily == AddressFamily.InterNetwork)
            .Select(own => new Subnet(own.Address, Math.Max(own.PrefixLength, HomePrefix)))
            .DistinctBy(subnet => subnet.ToString())
            .ToArray();
    }

    public IEnumerable<IPAddress> Hosts()
    {
        uint first = First + (PrefixLength >= LongestPrefix - 1 ? 0u : 1u);
        for (int i = 0; i < HostCount; i++)
        {
            byte[] bytes = new byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, first + (uint)i);
            yield return new IPAddress(bytes);
        }
    }

    public override string ToString()
    {
        byte[] bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, First);
        return $"{new IPAddress(bytes)}/{PrefixLength}";
    }

    private uint First =>
        BinaryPrimitives.ReadUInt32BigEndian(Address.GetAddressBytes())
            & (PrefixLength == 0 ? 0 : uint.MaxValue << (Bits - PrefixLength));
}
