namespace TwcBridge.Simulator;

/// <summary>
/// A view of the last body a <see cref="FrameReader"/> completed. Valid until its next <c>Push</c>.
/// The properties read fixed offsets; which of them mean something depends on the opcode.
/// </summary>
public sealed class WireFrame
{
    private readonly byte[] _body;

    internal WireFrame(byte[] body)
    {
        _body = body;
    }

    /// <summary>With marker and checksum.</summary>
    public int Length { get; internal set; }

    public int Opcode => (_body[0] << 8) | _body[1];

    public int Sender => Word(WireFormat.SenderOffset);

    public int Receiver => Word(WireFormat.ReceiverOffset);

    public int Sign => _body[WireFormat.SignOffset];

    /// <summary>In a connector's link-ready.</summary>
    public int HardwareLimitCentiamps => Word(WireFormat.HardwareLimitOffset);

    /// <summary>Command of a heartbeat; state of its answer.</summary>
    public int Command => _body[WireFormat.CommandOffset];

    public ConnectorState State => (ConnectorState)Command;

    /// <summary>Offered in a heartbeat; accepted in its answer.</summary>
    public int LimitCentiamps => Word(WireFormat.LimitOffset);

    public int DrawnCentiamps => Word(WireFormat.DrawnOffset);

    public byte this[int offset] => _body[offset];

    /// <summary>Big-endian.</summary>
    public int Word(int offset)
    {
        return (_body[offset] << 8) | _body[offset + 1];
    }
}
