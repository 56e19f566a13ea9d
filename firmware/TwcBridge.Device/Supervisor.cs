using System;
using System.Threading;
using TwcBridge.Bus;
using TwcBridge.Config;
using TwcBridge.Diagnostics;
using TwcBridge.Loops;

namespace TwcBridge.Device;

/// <summary>
/// Watches the two loops and acts as SupervisorRules says, keeps the external watchdog content,
/// shows the state of the box on the LED, and looks at the button. Lives on the main thread.
/// </summary>
internal sealed class Supervisor
{
    private const int TurnMs = 50;

    /// <summary>Turns that ended in an exception.</summary>
    public int FaultCount;

    private readonly AutoResetEvent _pause = new AutoResetEvent(false);
    private readonly SupervisorParts _parts;
    private readonly SupervisorRules _rules = new SupervisorRules(Environment.TickCount64);
    private readonly HeldButton _hold = new HeldButton();
    private readonly ConditionFacts _condition = new ConditionFacts();

    public Supervisor(SupervisorParts parts)
    {
        _parts = parts;
    }

    /// <summary>Never returns.</summary>
    public void Run()
    {
        while (true)
        {
            try
            {
                Turn(Environment.TickCount64);
            }
            catch (Exception)   // The thread's outermost place: count, and go on.
            {
                FaultCount++;
            }
            _pause.WaitOne(TurnMs, false);
        }
    }

    private void Turn(long nowMs)
    {
        _parts.Watchdog.Feed();
        _rules.OnTurns(_parts.Bus.TurnCount, _parts.Network.TurnCount, nowMs);
        SupervisorAction action = _rules.Next(nowMs);
        switch (action)
        {
            case SupervisorAction.TearDownNetwork:
                _rules.OnTornDown(nowMs);   // First, for what follows may throw.
                _parts.Network.StartAnew(nowMs);
                break;
            case SupervisorAction.Restart:
                _parts.Restarter.TryRestart();
                break;
        }
        if (_parts.Network.WantsRestart(nowMs))
        {
            _parts.Restarter.Restart();
        }
        Show(action != SupervisorAction.None, nowMs);
        if (_hold.OnLevel(_parts.Button.IsPressed(), nowMs))
        {
            _parts.Link.OnButtonHeld();
        }
    }

    private void Show(bool isStalled, long nowMs)
    {
        MqttSide mqtt = _parts.Mqtt;
        _condition.IsStalled = isStalled;
        _condition.IsIdentifying = _parts.Network.IsIdentifying(nowMs);
        _condition.HasRival = _parts.Status.Role == BusRole.StandingDown;
        _condition.IsAccessPointOpen = _parts.Link.IsAccessPointOpen;
        _condition.HasNetwork = _parts.Link.IsUp;
        _condition.HasBroker = mqtt == null || mqtt.Session.IsOnline;
        _condition.HasConnector = _parts.Status.ConnectorCount > 0;
        _parts.Lamp.Show(BlinkCode.IsLit(_condition.Condition(), nowMs));
    }
}
