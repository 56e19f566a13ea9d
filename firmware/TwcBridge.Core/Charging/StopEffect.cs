namespace TwcBridge.Charging;

/// <summary>What really happens on protocol 2, which knows no offer below 6 A, when nothing is to
/// be offered any more.</summary>
public enum StopEffect : byte
{
    /// <summary>Nothing but what was asked: the connectors can be offered 0 A, or hold nothing.
    /// </summary>
    None,

    KeepsMinimum,
    OpensContactor,
    EndsHeartbeats,
}
