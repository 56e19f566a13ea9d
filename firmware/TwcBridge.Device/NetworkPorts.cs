using System.Net.NetworkInformation;

namespace TwcBridge.Device;

/// <summary>The network interfaces of the chip: radio, access point, cable.</summary>
internal static class NetworkPorts
{
    private const string NoAddress = "0.0.0.0";

    /// <summary>The interface of this type, or null.</summary>
    public static NetworkInterface Find(NetworkInterfaceType type)
    {
        NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].NetworkInterfaceType == type)
            {
                return all[i];
            }
        }
        return null;
    }

    /// <summary>Whether the network has given us an address.</summary>
    public static bool HasAddress(NetworkInterfaceType type)
    {
        NetworkInterface port = Find(type);
        string address = port == null ? NoAddress : port.IPv4Address;
        return address != null && address.Length > 0 && address != NoAddress;
    }
}
