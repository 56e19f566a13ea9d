using System.Globalization;
using System.Text;
using TwcBridge.Cli.Configuring;
using TwcBridge.Config;

namespace TwcBridge.Cli.Boxes;

/// <summary>The hash by which a box tells which settings it runs on.</summary>
internal static class ConfigHash
{
    public static string Of(Settings settings)
    {
        byte[] json = Encoding.UTF8.GetBytes(SettingsJson.Write(settings));
        return Crc32.Of(json, json.Length).ToString("x8", CultureInfo.InvariantCulture);
    }
}
