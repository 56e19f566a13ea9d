namespace TwcBridge.Simulator;

/// <summary>
/// Whether and how a car that fell to 6 A lets go of it (PROTOCOL 4, "6 A latch").
/// </summary>
public enum LatchCure : byte
{
    /// <summary>It never latches.</summary>
    NeverLatches,

    /// <summary>The same limit sent again 5 s later, or a spike, frees it.</summary>
    RepeatedLimit,

    /// <summary>Only a spike of 16 A for 5 s frees it.</summary>
    SpikeOnly,
}
