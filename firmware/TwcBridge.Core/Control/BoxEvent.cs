namespace TwcBridge.Control;

/// <summary>One thing that has happened. Plain data.</summary>
public sealed class BoxEvent
{
    public BoxEventKind Kind;

    /// <summary>Wall clock when it happened, or 0 while that is unset.</summary>
    public long UnixSeconds;

    /// <summary>The connector that it is about, or 0.</summary>
    public int PeripheralId;

    /// <summary>The other controller, or 0.</summary>
    public int RivalId;

    /// <summary>A short word of ours: which fault or finding, or why a command was refused. May be
    /// null.</summary>
    public string Detail;
}
