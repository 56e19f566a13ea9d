using System.Net.NetworkInformation;
using nanoFramework.Runtime.Native;
using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.Device;

/// <summary>What this box is called.</summary>
internal static class BoxIdentity
{
    private const string Version = "0.1.0";
    private const string NoId = "000000";
    private const int MacLength = 6;

    public static BoxFacts Facts(Settings settings)
    {
        string chosen = settings.Text(SettingKey.Box);
        bool isChosen = chosen != new Settings().Text(SettingKey.Box);
        return new BoxFacts
        {
            BoxId = isChosen ? chosen : HardwareId(),
            FirmwareVersion = Version,
            Target = SystemInfo.TargetName,
        };
    }

    // The last six hex digits of the first interface's address.
    private static string HardwareId()
    {
        NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
        byte[] address = all.Length == 0 ? null : all[0].PhysicalAddress;
        if (address == null || address.Length < MacLength)
        {
            return NoId;
        }
        ByteWriter text = new ByteWriter(MacLength);
        for (int i = MacLength / 2; i < MacLength; i++)
        {
            text.Hex(address[i], 2);
        }
        char[] id = new char[text.Length];
        for (int i = 0; i < id.Length; i++)
        {
            id[i] = (char)text.Buffer[i];
        }
        return new string(id);
    }
}
