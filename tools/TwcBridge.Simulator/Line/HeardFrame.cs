namespace TwcBridge.Simulator;

/// <summary>
/// A good frame as the units on the line hear it. One object, reused for every frame.
/// </summary>
internal sealed class HeardFrame
{
    public HeardFrame(WireFrame frame)
    {
        Frame = frame;
    }

    public WireFrame Frame { get; }

    /// <summary>The end of the closing delimiter.</summary>
    public long AtUs { get; set; }

    /// <summary>Bits of all units that had a part in it.</summary>
    public ulong Senders { get; set; }

    /// <summary>Not what was sent, and good only by bad luck.</summary>
    public bool IsDamaged { get; set; }
}
