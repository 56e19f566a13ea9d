namespace TwcBridge.Simulator;

/// <summary>One byte as the line carries it to everybody who listens.</summary>
internal struct LineByte
{
    /// <summary>The end of its stop bit.</summary>
    public long ArrivalUs;

    /// <summary>Bits of the units that drove the line; they do not hear it themselves.</summary>
    public ulong Senders;

    public byte Value;

    public bool IsDamaged;
}
