namespace TwcBridge.Control;

/// <summary>
/// Where amps of text meet the centiamps of the code. The factor is here and nowhere else.
/// </summary>
public static class Centiamps
{
    /// <summary>Decimals of an amount in amps that make it a whole number of 0.01 A.</summary>
    public const int Decimals = 2;

    public const int PerAmp = 100;

    /// <summary>The most that the bus has a number for, 655.35 A.</summary>
    public const int Max = 0xFFFF;
}
