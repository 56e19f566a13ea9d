using System.Net;
using System.Net.NetworkInformation;
using Iot.Device.DhcpServer;

namespace TwcBridge.Device;

/// <summary>The box's own radio network, for set-up. What is configured here takes effect at the
/// next start.</summary>
internal sealed class AccessPoint
{
    private const string Address = "192.168.4.1";
    private const string Mask = "255.255.255.0";
    private const string PageAddress = "http://192.168.4.1/setup";

    private const WirelessAPConfiguration.ConfigurationOptions Opened =
        WirelessAPConfiguration.ConfigurationOptions.Enable
        | WirelessAPConfiguration.ConfigurationOptions.AutoStart;

    private readonly string _name;
    private readonly string _password;
    private DhcpServer _addresses;

    /// <param name="password">WPA2: at least 8 characters.</param>
    public AccessPoint(string name, string password)
    {
        _name = name;
        _password = password;
    }

    /// <summary>This start found the access point open.</summary>
    public bool IsOpen()
    {
        NetworkInterface port = NetworkPorts.Find(NetworkInterfaceType.WirelessAP);
        return port != null && Configuration(port).Options == Opened
            && port.IPv4Address == Address;
    }

    /// <summary>Hands out addresses to whoever joins.</summary>
    public void Serve()
    {
        _addresses = new DhcpServer();
        _addresses.CaptivePortalUrl = PageAddress;
        _addresses.Start(IPAddress.Parse(Address), IPAddress.Parse(Mask));
    }

    /// <summary>Open from the next start on.</summary>
    public void Open()
    {
        NetworkInterface port = NetworkPorts.Find(NetworkInterfaceType.WirelessAP);
        WirelessAPConfiguration configuration = Configuration(port);
        port.EnableStaticIPv4(Address, Mask, Address);
        configuration.Options = Opened;
        configuration.Ssid = _name;
        configuration.Password = _password;
        configuration.Authentication = AuthenticationType.WPA2;
        configuration.Encryption = EncryptionType.WPA2_PSK;
        configuration.MaxConnections = 2;
        configuration.SaveConfiguration();
    }

    /// <summary>Closed from the next start on.</summary>
    public void Close()
    {
        WirelessAPConfiguration configuration =
            Configuration(NetworkPorts.Find(NetworkInterfaceType.WirelessAP));
        configuration.Options = WirelessAPConfiguration.ConfigurationOptions.None;
        configuration.SaveConfiguration();
    }

    private static WirelessAPConfiguration Configuration(NetworkInterface port)
    {
        return WirelessAPConfiguration.GetAllWirelessAPConfigurations()[port.SpecificConfigId];
    }
}
