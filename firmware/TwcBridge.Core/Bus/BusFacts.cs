namespace TwcBridge.Bus;

/// <summary>What the bus knows of itself at one instant, for its diagnosis. Plain data; an id of 0
/// stands for none.</summary>
public sealed class BusFacts
{
    /// <summary>Since start, by Evidence.</summary>
    public readonly long[] Totals = new long[EvidenceWindow.KindCount];

    public BusRole Role;

    /// <summary>The other controller.</summary>
    public int RivalId;

    /// <summary>The other controller has the id of a connector that we know.</summary>
    public bool IsRivalConnector;

    /// <summary>A connector gets no heartbeat on purpose.</summary>
    public bool HasUnserved;

    /// <summary>A connector that keeps announcing itself and has not answered since.</summary>
    public int DeafId;

    /// <summary>A connector that used to answer and has been lost.</summary>
    public int SilentId;

    /// <summary>A connector that reports an error.</summary>
    public int FailingId;

    /// <summary>The last connector that found no place.</summary>
    public int RefusedId;
}
