using System;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// The bridge and the loop around it. Each boot makes a new bridge, whose clock begins anew;
/// nothing else is left of the old one. The referee is told of every byte before it goes either
/// way.
/// </summary>
internal sealed class Box
{
    private const int BufferLength = 256;
    private const long LeastWaitUs = Micros.PerMs;
    private const long PollingUs = 5 * Micros.PerMs;
    private const int LongestIrregularMs = 60;
    private const int MostIdleTurns = 100;

    private readonly SimulatedSite _site;
    private readonly AdapterPort _port;
    private readonly Referee _referee;
    private readonly Mail _mail;
    private readonly Chronicle _chronicle;
    private readonly Dice _dice;
    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly BoxStatus _status = new();
    private readonly Command _command = new();
    private Bridge? _bridge;
    private FrontDesk? _desk;
    private BridgeOptions? _options;
    private long _clockZeroUs;
    private long _turnUs;
    private long _stalledUntilUs;
    private int _idleTurns;
    private int _framesToLive;

    public Box(SimulatedSite site, Referee referee, Mail mail, Chronicle chronicle, Dice dice)
    {
        _site = site;
        _chronicle = chronicle;
        _port = referee.Evidence.Port;
        _referee = referee;
        _mail = mail;
        _dice = dice;
    }

    /// <summary>Begins with a turn: the one that was planned may be a minute off.</summary>
    public TurnStyle Style { get; set => (field, _turnUs) = (value, _site.NowUs); }

    /// <summary>Of so many frames the adapter refuses one; 0 for none.</summary>
    public int RefusedFrames { get; set; }

    /// <summary>When the next turn is due if no byte arrives before.</summary>
    public long NextUs => _bridge is null
        ? Micros.Never
        : Math.Max(Math.Min(_turnUs, _mail.NextUs), _stalledUntilUs);

    public bool IsUp => _bridge is not null;

    /// <summary>What the network side knows of the box.</summary>
    public BoxFacts Facts { get; } = new() { BoxId = "proved", Target = "pc" };

    /// <summary>Power failed while it sent.</summary>
    public bool HasDied { get; private set; }

    /// <summary>A turn is due now, or a command or bytes wake the loop.</summary>
    public bool IsTurn()
    {
        long nowUs = _site.NowUs;
        return nowUs >= NextUs || (nowUs >= _stalledUntilUs && _bridge is not null
            && Style == TurnStyle.Events && _port.NextArrivalUs <= nowUs);
    }

    /// <param name="uptimeMs">What the monotonic clock tells by now.</param>
    public void Boot(SiteSettings settings, long uptimeMs)
    {
        DropInput();
        _clockZeroUs = _site.NowUs - (uptimeMs * Micros.PerMs);
        _options = settings.ToBridgeOptions();
        _bridge = new Bridge(_options, NowMs());
        _desk = new FrontDesk(Facts);
        _framesToLive = 0;
        HasDied = false;
        _idleTurns = 0;
        _turnUs = _site.NowUs;
        _stalledUntilUs = 0;
    }

    public void GoDown()
    {
        _bridge = null;
    }

    /// <summary>With so many frames from now its power fails, somewhere in the last one.</summary>
    public void DieWithFrame(int frames)
    {
        _framesToLive = frames;
    }

    /// <summary>Fills a snapshot that belongs to the caller.</summary>
    public void CopyStatusTo(BoxStatus status)
    {
        _bridge!.CopyStatusTo(status, NowMs());
    }

    /// <summary>The loop is held up.</summary>
    /// <param name="losesInput">The receive buffer overflows meanwhile.</param>
    public void Stall(long durationUs, bool losesInput)
    {
        _referee.Evidence.OnLateLoop();
        _stalledUntilUs = _site.NowUs + durationUs;
        if (losesInput)
        {
            DropInput();
        }
    }

    public void ChangeSettings(SiteSettings settings)
    {
        settings.CopyTo(_options!.Charging);
        _bridge!.OnLimitsChanged();
        _turnUs = _site.NowUs;
    }

    public void TakeOver()
    {
        _bridge!.TryTakeOver(NowMs());
    }

    public void Turn()
    {
        Bridge bridge = _bridge!;
        long nowMs = NowMs();
        int length = _port.Read(_buffer);
        if (length > 0)
        {
            _referee.OnRead(_buffer, length, nowMs);
            bridge.OnReceived(_buffer, length, nowMs);
        }
        TakeMail(bridge, nowMs);
        bridge.OnTime(nowMs);
        bool hasSent = Send(bridge, nowMs);
        Plan(bridge, length > 0 || hasSent);
    }

    private bool Send(Bridge bridge, long nowMs)
    {
        int length = bridge.Next(nowMs);
        if (length == 0)
        {
            return false;
        }
        if (RefusedFrames > 0 && _dice.Below(RefusedFrames) == 0)
        {
            return true;
        }
        _referee.OnSending(bridge.Wire, length);
        HasDied = _framesToLive > 0 && --_framesToLive == 0;
        length = HasDied ? _dice.Between(1, length) : length;
        _port.Write(bridge.Wire, length);
        _referee.OnSent(LineTiming.ByteEndUs(_site.NowUs, length - 1));
        bridge.OnSent(nowMs);
        return true;
    }

    private void TakeMail(Bridge bridge, long nowMs)
    {
        if (!_mail.TryTake(_site.NowUs))
        {
            return;
        }
        if (FrontDesk.CanSay(_mail.Command))
        {
            Serve(bridge, _desk!, nowMs);
            return;
        }
        Execute(bridge, _mail.Command, nowMs);
    }

    private void Serve(Bridge bridge, FrontDesk desk, long nowMs)
    {
        bridge.CopyStatusTo(_status, nowMs);
        desk.Ask(_mail.Command, _status, nowMs);
        bool isTaken = desk.TryNextCommand(_command);
        if (isTaken)
        {
            Execute(bridge, _command, nowMs);
            desk.OnResult(_mail.Result, nowMs);
        }
        int answer = desk.TakeAnswer();
        bool isRight = isTaken && _mail.Result.Ok ? answer == 200 : answer is >= 400 and < 600;
        if (!isRight)
        {
            _referee.Evidence.Refute(Property.Answered,
                $"{CommandText.Describe(_mail.Command)} is answered by {answer}");
        }
        _chronicle.Add(_site.NowUs, $"{CommandText.Describe(_mail.Command)}: HTTP {answer}");
    }

    private void Execute(Bridge bridge, Command command, long nowMs)
    {
        bridge.OnCommand(command, _mail.Result, nowMs);
        _referee.OnAnswered(command, _mail.Result);
        _chronicle.Add(_site.NowUs, CommandText.Describe(_mail.Result));
    }

    private void Plan(Bridge bridge, bool hasWorked)
    {
        long nowUs = _site.NowUs;
        long dueMs = bridge.NextDueAtMs();
        long dueUs = dueMs > Micros.Never / Micros.PerMs - _clockZeroUs
            ? Micros.Never
            : _clockZeroUs + dueMs * Micros.PerMs;
        _idleTurns = hasWorked || dueUs > nowUs ? 0 : _idleTurns + 1;
        if (_idleTurns > MostIdleTurns)
        {
            _referee.Evidence.Refute(Property.Rests,
                $"asks for a turn at once for the {_idleTurns}th time, and does nothing");
        }
        _turnUs = Style switch
        {
            TurnStyle.Polling => Math.Clamp(dueUs, nowUs + LeastWaitUs, nowUs + PollingUs),
            TurnStyle.Irregular => LateTurnUs(nowUs),
            _ => Math.Max(dueUs, nowUs + LeastWaitUs),
        };
    }

    private long LateTurnUs(long nowUs)
    {
        _referee.Evidence.OnLateLoop();
        return nowUs + _dice.Between(1, LongestIrregularMs) * Micros.PerMs;
    }

    private void DropInput()
    {
        while (_port.Read(_buffer) > 0)
        {
        }
        _referee.Evidence.OnInputDropped();
    }

    private long NowMs()
    {
        return (_site.NowUs - _clockZeroUs) / Micros.PerMs;
    }
}
