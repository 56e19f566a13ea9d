namespace TwcBridge.Simulator;

/// <summary>Virtual time is a <c>long</c> of microseconds since the site began.</summary>
public static class Micros
{
    public const long PerMs = 1_000;
    public const long PerSecond = 1_000_000;
    public const long PerHour = 3_600 * PerSecond;
    public const long PerDay = 24 * PerHour;

    /// <summary>Later than anything that will ever happen.</summary>
    public const long Never = long.MaxValue;
}
