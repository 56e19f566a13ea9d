using System.Collections.Generic;

namespace TwcBridge.Simulator;

/// <summary>
/// A real controller as PROTOCOL 4 describes one: five FC E1, five FB E2, then heartbeats to every
/// connector it has heard. It does not care who else is on the line.
/// </summary>
public sealed class RivalController : LineUnit, IAlarmOwner
{
    private const int BurstLength = 5;
    private const int MostConnectors = 8;
    private const long FirstGapUs = 1300 * Micros.PerMs;
    private const long SecondGapUs = 300 * Micros.PerMs;
    private const long PromptUs = 20 * Micros.PerMs;

    private readonly RivalOptions _options;
    private readonly ControllerMessages _messages;
    private readonly List<int> _ids = new(MostConnectors);
    private readonly int[] _commands = new int[MostConnectors];
    private readonly Alarm _start;
    private readonly Alarm _stop;
    private readonly Alarm _turn;
    private int _openingTurns;
    private int _nextIndex;

    internal RivalController(SimulatedSite site, RivalOptions options)
        : base(site, options.Name)
    {
        _options = options;
        _messages = new ControllerMessages(options.Id, options.Sign);
        _start = new Alarm(site.Clock, this);
        _stop = new Alarm(site.Clock, this);
        _turn = new Alarm(site.Clock, this);
        _start.Set(options.StartAtUs);
        if (options.StopAtUs != Micros.Never)
        {
            _stop.Set(options.StopAtUs);
        }
    }

    public bool IsRunning { get; private set; }

    internal override bool HearsFrames => true;

    /// <summary>Begins as after power-up.</summary>
    public void Start()
    {
        _start.Stop();
        IsRunning = true;
        _ids.Clear();
        _openingTurns = 0;
        _turn.SetIn(0);
    }

    public void Stop()
    {
        IsRunning = false;
        _turn.Stop();
    }

    void IAlarmOwner.OnAlarm(Alarm alarm)
    {
        if (alarm == _start)
        {
            Start();
        }
        else if (alarm == _stop)
        {
            Stop();
        }
        else
        {
            TakeTurn();
        }
    }

    internal override void OnFrame(HeardFrame heard)
    {
        WireFrame frame = heard.Frame;
        if (!IsRunning)
        {
            return;
        }
        if (frame.Opcode == Opcodes.ConnectorLinkReady)
        {
            OnLinkReady(frame.Sender, heard.AtUs);
        }
        else if (frame.Opcode == Opcodes.HeartbeatAnswer && frame.Receiver == _options.Id)
        {
            OnAnswer(frame);
        }
    }

    private void OnLinkReady(int id, long heardAtUs)
    {
        if (!_ids.Contains(id) && _ids.Count < MostConnectors)
        {
            _commands[_ids.Count] = HeartbeatCommand.NoChange;
            _ids.Add(id);
        }
        int index = _ids.IndexOf(id);
        if (_openingTurns == 2 * BurstLength && index >= 0)
        {
            _nextIndex = index;
            _turn.Set(heardAtUs + PromptUs);
        }
    }

    private void OnAnswer(WireFrame answer)
    {
        int index = _ids.IndexOf(answer.Sender);
        if (index >= 0)
        {
            _commands[index] = answer.State switch
            {
                ConnectorState.WantsPower when answer.LimitCentiamps == 0 =>
                    HeartbeatCommand.InitialLimit,
                ConnectorState.Starting => HeartbeatCommand.StartLimit,
                _ => HeartbeatCommand.NoChange,
            };
        }
    }

    private void TakeTurn()
    {
        if (_openingTurns < 2 * BurstLength)
        {
            bool isFirst = _openingTurns < BurstLength;
            Send(_messages.LinkReady(
                isFirst ? Opcodes.ControllerLinkReadyFirst : Opcodes.ControllerLinkReadySecond));
            _openingTurns++;
            _turn.SetIn(isFirst ? FirstGapUs : SecondGapUs);
            return;
        }
        long intervalUs = _options.HeartbeatIntervalMs * Micros.PerMs;
        if (_ids.Count > 0)
        {
            SendHeartbeat(_nextIndex++ % _ids.Count);
            intervalUs /= _ids.Count;
        }
        _turn.SetIn(intervalUs);
    }

    private void SendHeartbeat(int index)
    {
        int command = _commands[index];
        int limitCentiamps =
            command == HeartbeatCommand.NoChange ? 0 : _options.LimitCentiamps;
        Send(_messages.Heartbeat(_ids[index], command, limitCentiamps));
    }
}
