using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.ModelChecks;

/// <summary>A bridge with a seeded bug: it does not wait for the echo. Whatever limit it sends it
/// takes for obeyed at once, as if the answer had come.</summary>
internal sealed class CredulousBox(BridgeOptions options) : ModelBox(options)
{
    private const int Heartbeat = 0xFBE0;

    public override void OnSent(WireFrame frame, ModelConnector? connector, long nowMs)
    {
        base.OnSent(frame, connector, nowMs);
        if (frame.Opcode == Heartbeat && frame.Command != 0 && connector != null)
        {
            ConnectorMessages forged = new(connector.Id);
            int centiamps = frame.LimitCentiamps;
            ConnectorState state = connector.HasCar
                ? ConnectorState.Charging
                : ConnectorState.Ready;
            int drawn = connector.HasCar ? centiamps : 0;
            Hear(forged.HeartbeatAnswer(frame.Sender, state, centiamps, drawn), nowMs + 20);
        }
    }
}
