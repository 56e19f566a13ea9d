namespace TwcBridge.Charging;

/// <summary>Who holds the limit. Ordered by priority: a higher value wins.</summary>
public enum ClaimSource : byte
{
    /// <summary>Nobody claims: the fail-safe current is in force.</summary>
    Failsafe,

    /// <summary>The amount of the settings.</summary>
    Default,

    /// <summary>A user or a program, over MQTT or HTTP, for as long as its lease lives.</summary>
    Command,

    /// <summary>"Charge now", for a while.</summary>
    Boost,
}
