using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace TwcBridge.Cli.Flashing;

/// <summary>What the nanoFramework image on a board must bring.</summary>
internal sealed record ClrNeeds(
    [property: JsonPropertyName("minimumVersion")] string MinimumVersion,
    [property: JsonPropertyName("imagesSince")] string ImagesSince,
    [property: JsonPropertyName("nativeAssemblies")]
    IReadOnlyDictionary<string, string> NativeAssemblies);
