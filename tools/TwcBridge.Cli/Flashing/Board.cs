using System.Text.Json.Serialization;

namespace TwcBridge.Cli.Flashing;

/// <summary>A board of nf-targets.json, as far as flashing needs it.</summary>
/// <param name="Target">The image, and what it calls itself.</param>
internal sealed record Board(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("target")] string Target,
    [property: JsonPropertyName("network")] string Network,
    [property: JsonPropertyName("psram")] bool HasPsram,
    [property: JsonPropertyName("notes")] string Notes)
{
    private static readonly string[] NamedChips = ["ESP32_S3", "ESP32_C3"];

    public bool IsWireless => Network == "wifi";

    /// <summary>As nanoff calls it: ESP32, ESP32-S3.</summary>
    public string Chip
    {
        get
        {
            foreach (string chip in NamedChips)
            {
                if (Target.StartsWith(chip))
                {
                    return chip.Replace('_', '-');
                }
            }
            return "ESP32";
        }
    }
}
