namespace TwcBridge.Diagnostics;

/// <summary>
/// Judges the two loops by their turns alone. A broker that is away, a network that is down and a
/// line without connectors stop no loop, so none of them ever restarts the box.
/// </summary>
public sealed class SupervisorRules
{
    /// <summary>Peripherals miss our heartbeat after this (PROTOCOL 4).</summary>
    public const int BusStalledMs = 10_000;

    /// <summary>Longer than any call of the network stack should block.</summary>
    public const int NetworkStalledMs = 60_000;

    private readonly LoopProgress _bus;
    private readonly LoopProgress _network;
    private bool _isTornDown;

    public SupervisorRules(long nowMs)
    {
        _bus = new LoopProgress(nowMs);
        _network = new LoopProgress(nowMs);
    }

    /// <summary>How many turns each loop has taken by now.</summary>
    public void OnTurns(long busTurns, long networkTurns, long nowMs)
    {
        _bus.OnTurns(busTurns, nowMs);
        if (_network.OnTurns(networkTurns, nowMs))
        {
            _isTornDown = false;
        }
    }

    /// <summary>What is due. The bus is first: without it connectors lose their heartbeat.
    /// </summary>
    public SupervisorAction Next(long nowMs)
    {
        if (_bus.IsStalled(BusStalledMs, nowMs))
        {
            return SupervisorAction.Restart;
        }
        if (!_network.IsStalled(NetworkStalledMs, nowMs))
        {
            return SupervisorAction.None;
        }
        return _isTornDown ? SupervisorAction.Restart : SupervisorAction.TearDownNetwork;
    }

    /// <summary>The network side has been torn down and has as long again to move.</summary>
    public void OnTornDown(long nowMs)
    {
        _isTornDown = true;
        _network.OnExcused(nowMs);
    }
}
