using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.ModelChecks;

/// <summary>What the explorer drives: the real Bridge behind the verbs of its loop.</summary>
internal class ModelBox
{
    private readonly Command _command = new();
    private readonly CommandResult _result = new();

    public ModelBox(BridgeOptions options)
    {
        Bridge = new Bridge(options, 0);
    }

    public Bridge Bridge { get; }

    public void Hear(FrameWriter frame, long nowMs)
    {
        Bridge.OnReceived(frame.Wire, frame.Length, nowMs);
    }

    /// <summary>A frame has left for this connector, or for all, then null.</summary>
    public virtual void OnSent(WireFrame frame, ModelConnector? connector, long nowMs)
    {
        Bridge.OnSent(nowMs);
    }

    public void Claim(int id, int centiamps, long nowMs)
    {
        Execute(CommandKind.SetAmps, id, centiamps, nowMs);
    }

    public void Release(int id, long nowMs)
    {
        Execute(CommandKind.ReleaseAmps, id, 0, nowMs);
    }

    private void Execute(CommandKind kind, int id, int centiamps, long nowMs)
    {
        _command.Kind = kind;
        _command.PeripheralId = id;
        _command.Centiamps = centiamps;
        _command.TtlMs = Command.NoExpiry;
        Bridge.OnCommand(_command, _result, nowMs);
    }
}
