using System.Globalization;
using TwcBridge.Config;

namespace TwcBridge.Cli.Boxes;

/// <summary>The hash by which a box tells which settings it runs on, as GET /api/v1/info has it.
/// </summary>
internal static class ConfigHash
{
    public static string Of(Settings settings)
    {
        return SettingsFingerprint.Of(settings).ToString("x8", CultureInfo.InvariantCulture);
    }
}
