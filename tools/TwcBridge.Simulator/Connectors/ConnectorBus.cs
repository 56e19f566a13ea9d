namespace TwcBridge.Simulator;

/// <summary>
/// The bus side of a connector: which frames concern it, and the one answer it has under way.
/// </summary>
internal sealed class ConnectorBus : LineUnit, IAlarmOwner
{
    private const int LowestTurnaroundUs = 20_000;
    private const int HighestTurnaroundUs = 160_000;

    private static readonly byte[] TailBytes = [0xFE, 0xFC, 0xF8, 0xFA, 0xF0, 0xFF];

    private readonly ConnectorOptions _options;
    private readonly Dice _dice;
    private readonly LimitRules _rules;
    private readonly PowerStage _power;
    private readonly StateEcho _echo;
    private readonly ConnectorHealth _health;
    private readonly ConnectorMessages _messages;
    private readonly InfoAnswers _info;
    private readonly Alarm _answer;

    public ConnectorBus(SimulatedSite site, ConnectorOptions options, Dice dice)
        : base(site, options.Name ?? $"connector-{options.Id:X4}")
    {
        _options = options;
        _dice = dice;
        _rules = new LimitRules(options.Protocol);
        _power = new PowerStage(site.Clock, options, _rules);
        _echo = new StateEcho(site.Clock, _power, options, dice);
        _health = new ConnectorHealth(site.Clock, _power);
        _answer = new Alarm(site.Clock, this);
        int tailByte = options.TailByte ?? TailBytes[dice.Below(TailBytes.Length)];
        _messages = new ConnectorMessages(options.Id)
        {
            BodyLength =
                _rules.IsProtocolTwo ? WireFormat.ProtocolTwoBody : WireFormat.ProtocolOneBody,
            TailByte = options.SendsTailByte ? tailByte : -1,
        };
        _info = new InfoAnswers(site.Clock, options, _power, _messages);
        Link = new ConnectorLink(site.Clock, this, options, dice);
        Sign = options.Sign ?? dice.Byte();
    }

    public ConnectorLink Link { get; }

    public PowerStage Power => _power;

    public ConnectorHealth Health => _health;

    public int Id => _messages.Id;

    public int Sign { get; private set; }

    public long MissedRequestCount { get; private set; }

    public Harm Harm { get; private set; }

    internal override bool HearsFrames => true;

    public void Boot()
    {
        Sign = _dice.Byte();
        _answer.Stop();
        _health.Clear();
        _echo.Cancel();
        _power.Reboot();
        Link.Reboot();
    }

    public void Unplug()
    {
        _power.Unplug();
        _echo.Cancel();
    }

    public void SendLinkReady()
    {
        // An answer that waits in the writer goes first; the next link-ready comes soon enough.
        if (!_health.IsMute && !_health.IsStuck && !_answer.IsSet)
        {
            Send(_messages.LinkReady(Sign, _options.HardwareLimitCentiamps));
        }
    }

    public void OnControllerLost()
    {
        _echo.Cancel();
        _power.OnControllerLost();
    }

    void IAlarmOwner.OnAlarm(Alarm alarm)
    {
        if (!_health.IsMute)
        {
            Send(_messages.Writer);
        }
    }

    internal override void OnFrame(HeardFrame heard)
    {
        if (_health.IsDeaf || Opcodes.IsAnswer(heard.Frame.Opcode))
        {
            return;
        }
        switch (heard.Frame.Opcode)
        {
            case Opcodes.Heartbeat:
                OnHeartbeat(heard);
                break;
            case Opcodes.ControllerLinkReadyFirst:
            case Opcodes.ControllerLinkReadySecond:
            case Opcodes.ControllerLinkReadyMistaken:
                OnControllerLinkReady(heard);
                break;
            case Opcodes.OpenContactor:
            case Opcodes.CloseContactor:
                OnContactorOrder(heard);
                break;
            case Opcodes.Idle:
            case Opcodes.Unexplained:
                break;
            default:
                OnOther(heard);
                break;
        }
    }

    private void OnHeartbeat(HeardFrame heard)
    {
        WireFrame frame = heard.Frame;
        if (frame.Receiver != Id || !IsFree())
        {
            return;
        }
        bool isBack = Link.OnHeartbeat(heard.AtUs);
        if (isBack && _power.Outlet.Contactor.IsClosed)
        {
            // It missed us for more than 10 s and tells so once, with the current still flowing.
            _echo.Show(ConnectorState.Error, 1);
        }
        _power.OnControllerBack();
        if (frame.Command == HeartbeatCommand.Error)
        {
            NoteHarm(heard, HarmCause.ErrorLatched);
            _health.LatchError(frame[WireFormat.LimitOffset]);
            _echo.Show(ConnectorState.Error, 1);
        }
        else
        {
            Obey(frame);
        }
        _messages.HeartbeatAnswer(
            frame.Sender,
            _echo.Report(),
            _power.AcceptedCentiamps,
            _power.Outlet.DrawnCentiamps + _options.CurrentOffsetCentiamps);
        Answer(heard);
    }

    private void Obey(WireFrame heartbeat)
    {
        int command = heartbeat.Command;
        if (!_rules.IsTaken(command, _power.State, _power.Outlet.Car is not null))
        {
            _power.OnNoChange();
        }
        else if (command is HeartbeatCommand.Raise or HeartbeatCommand.Lower)
        {
            _echo.OnAdjustment(command);
        }
        else
        {
            _echo.OnLimit(command, heartbeat.LimitCentiamps);
        }
    }

    private void OnControllerLinkReady(HeardFrame heard)
    {
        if (heard.Frame.Sender == Id)
        {
            _messages.Id = _dice.Between(1, 0xFFFF);
            Sign = _dice.Byte();
            _answer.Stop();
            Link.OnNewId();
        }
        else if (heard.Frame.Opcode != Opcodes.ControllerLinkReadyFirst)
        {
            Link.OnControllerLinkReadySecond(heard.AtUs);
        }
    }

    private void OnContactorOrder(HeardFrame heard)
    {
        WireFrame frame = heard.Frame;
        if (!_options.Firmware.HasContactorOrders || frame.Receiver != Id || !IsFree())
        {
            return;
        }
        if (frame.Opcode == Opcodes.OpenContactor)
        {
            _power.OrderOpen();
        }
        else
        {
            _power.OrderClose();
        }
        _messages.Acknowledge(frame.Opcode);
        Answer(heard);
    }

    private void OnOther(HeardFrame heard)
    {
        int opcode = heard.Frame.Opcode;
        if (!InfoAnswers.IsQuery(opcode))
        {
            NoteHarm(heard, _health.Suffer(opcode));
        }
        else if (_info.Concerns(heard.Frame) && IsFree())
        {
            _info.Answer(opcode);
            Answer(heard);
        }
    }

    private bool IsFree()
    {
        MissedRequestCount += _answer.IsSet ? 1 : 0;
        return !_answer.IsSet;
    }

    private void Answer(HeardFrame heard)
    {
        long turnaroundUs = _options.TurnaroundMs * Micros.PerMs
            ?? _dice.Between(LowestTurnaroundUs, HighestTurnaroundUs);
        _answer.Set(heard.AtUs + turnaroundUs);
    }

    // The first counts. A frame that only a fault of the line has made is nobody's doing.
    private void NoteHarm(HeardFrame heard, HarmCause cause)
    {
        if (Harm.Cause == HarmCause.None && !heard.IsDamaged)
        {
            string by = Site.Line.NameOf(heard.Senders);
            Harm = new Harm(cause, heard.Frame.Opcode, by, heard.AtUs);
        }
    }
}
