using System.Globalization;
using System.Text.RegularExpressions;

namespace TwcBridge.Cli.Flashing;

/// <summary>What nanoff tells of a chip that runs nothing yet.</summary>
/// <param name="Type">ESP32, ESP32-S3 ...</param>
/// <param name="PsramMegabytes">0 when it has none, or when nanoff could not tell.</param>
internal sealed partial record ChipDetails(
    string Type, string Description, string Mac, string FlashSize, int PsramMegabytes)
{
    /// <summary>Null when there is no chip in the text.</summary>
    public static ChipDetails? In(string output)
    {
        Match chip = ChipLine().Match(output);
        if (!chip.Success)
        {
            return null;
        }
        Match psram = PsramLine().Match(output);
        return new ChipDetails(
            chip.Groups["type"].Value,
            chip.Groups["line"].Value.Trim(),
            MacLine().Match(output).Groups[1].Value,
            FlashLine().Match(output).Groups[1].Value,
            psram.Success ? int.Parse(psram.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
    }

    // Connected to:
    // ESP32-S3 (ESP32-S3 (QFN56) (revision v0.2))
    [GeneratedRegex(@"Connected to:\s*\n(?<line>(?<type>ESP32(-[A-Z]\d+)?)\b[^\n]*)")]
    private static partial Regex ChipLine();

    [GeneratedRegex(@"MAC (\S+)")]
    private static partial Regex MacLine();

    [GeneratedRegex(@"Flash size (\S+)")]
    private static partial Regex FlashLine();

    [GeneratedRegex(@"PSRAM:? (\d+)MB")]
    private static partial Regex PsramLine();
}
