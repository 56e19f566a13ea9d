namespace TwcBridge.Charging;

/// <summary>What became of a command. Everything after <see cref="Clamped"/> changed nothing.
/// </summary>
public enum CommandCode : byte
{
    /// <summary>In force as asked.</summary>
    Applied,

    /// <summary>In force, cut to the highest amount that the ceilings allow.</summary>
    Clamped,

    /// <summary>Refused: outside the range that the result names.</summary>
    OutOfRange,

    /// <summary>Refused: no connector with that id has been seen.</summary>
    UnknownCharger,

    /// <summary>Refused: the lease is outside 1 s to 24 h.</summary>
    BadTtl,

    /// <summary>Refused: commands arrive faster than the bus side takes them.</summary>
    Busy,

    /// <summary>Refused: there is no other controller whose place could be taken.</summary>
    NoRival,
}
