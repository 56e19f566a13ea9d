using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>What the bridge is about to put on the line, read by the simulator's codec. One
/// object, reused.</summary>
internal sealed class SentFrame
{
    private readonly FrameReader _reader = new();

    public WireFrame Frame => _reader.Frame;

    /// <summary>The bytes are exactly one good frame.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whom it is for, if there is such a connector.</summary>
    public ConnectorWatch? To { get; private set; }

    public int Opcode { get; private set; }

    public bool IsHeartbeat => Opcode == Opcodes.Heartbeat;

    /// <summary>A heartbeat that carries a limit.</summary>
    public bool IsLimit => IsHeartbeat && Frame.Command is HeartbeatCommand.InitialLimit
        or HeartbeatCommand.StartLimit or HeartbeatCommand.SessionLimit;

    /// <summary>Anything that its receiver answers.</summary>
    public bool IsRequest => Opcode is not (0 or Opcodes.ControllerLinkReadyFirst
        or Opcodes.ControllerLinkReadySecond);

    public void Read(byte[] wire, int length, ConnectorWatch[] connectors)
    {
        IsWhole = IsOneFrame(wire, length);
        Opcode = IsWhole ? Frame.Opcode : 0;
        To = null;
        foreach (ConnectorWatch connector in connectors)
        {
            if (IsWhole && IsRequest && connector.Truth.Id == Frame.Receiver)
            {
                To = connector;
            }
        }
    }

    private bool IsOneFrame(byte[] wire, int length)
    {
        int frames = 0;
        int ends = 0;
        bool endsWithFrame = false;
        for (int i = 0; i < length; i++)
        {
            endsWithFrame = _reader.Push(wire[i]);
            frames += endsWithFrame ? 1 : 0;
            ends += wire[i] == wire[0] ? 1 : 0;
        }
        return endsWithFrame && frames == 1 && ends == 2;
    }
}
