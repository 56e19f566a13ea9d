using System.Device.Wifi;
using System.Net.NetworkInformation;

namespace TwcBridge.Device;

/// <summary>The network to join: the one of the settings, or else the one that the platform
/// remembers from the flashing tool.</summary>
internal sealed class WifiNetwork
{
    private readonly string _name;
    private readonly string _password;
    private WifiAdapter _radio;

    public WifiNetwork(string name, string password)
    {
        _name = name;
        _password = password;
    }

    public bool IsKnown()
    {
        return _name.Length > 0 || Remembered().Ssid.Length > 0;
    }

    /// <summary>Tries once. Blocks for as long as the radio needs.</summary>
    public void Join()
    {
        if (_radio == null)
        {
            _radio = WifiAdapter.FindAllAdapters()[0];
        }
        if (_name.Length > 0)
        {
            _radio.Connect(_name, WifiReconnectionKind.Automatic, _password);
            return;
        }
        Wireless80211Configuration remembered = Remembered();
        _radio.Connect(
            remembered.Ssid, WifiReconnectionKind.Automatic, remembered.Password);
    }

    private static Wireless80211Configuration Remembered()
    {
        NetworkInterface port = NetworkPorts.Find(NetworkInterfaceType.Wireless80211);
        return Wireless80211Configuration
            .GetAllWireless80211Configurations()[port.SpecificConfigId];
    }
}
