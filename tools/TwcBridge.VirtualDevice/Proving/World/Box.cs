using System;
using TwcBridge.Charging;
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
    private Bridge? _bridge;
    private BridgeOptions? _options;
    private long _clockZeroUs;
    private long _turnUs;
    private long _stalledUntilUs;
    private int _idleTurns;

    public Box(SimulatedSite site, Referee referee, Mail mail, Chronicle chronicle, Dice dice)
    {
        _site = site;
        _chronicle = chronicle;
        _port = referee.Evidence.Port;
        _referee = referee;
        _mail = mail;
        _dice = dice;
    }

    public TurnStyle Style { get; set; }

    /// <summary>Of so many frames the adapter refuses one; 0 for none.</summary>
    public int RefusedFrames { get; set; }

    /// <summary>When the next turn is due if no byte arrives before.</summary>
    public long NextUs => _bridge is null
        ? Micros.Never
        : Math.Max(Math.Min(_turnUs, _mail.NextUs), _stalledUntilUs);

    public bool IsUp => _bridge is not null;

    /// <summary>A turn is due now, or a command or bytes wake the loop.</summary>
    public bool IsTurn()
    {
        long nowUs = _site.NowUs;
        return nowUs >= NextUs || (nowUs >= _stalledUntilUs && _bridge is not null
            && Style == TurnStyle.Events && _port.NextArrivalUs <= nowUs);
    }

    public void Boot(SiteSettings settings)
    {
        DropInput();
        // The monotonic clock of the board is young when the bridge is made.
        _clockZeroUs = _site.NowUs - _dice.Between(0, 3000) * Micros.PerMs;
        _options = settings.ToBridgeOptions();
        _bridge = new Bridge(_options, NowMs());
        _idleTurns = 0;
        _turnUs = _site.NowUs;
        _stalledUntilUs = 0;
    }

    public void GoDown()
    {
        _bridge = null;
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
            _referee.OnRead(_buffer, length);
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
        _port.Write(bridge.Wire, length);
        _referee.OnSent(LineTiming.ByteEndUs(_site.NowUs, length - 1));
        bridge.OnSent(nowMs);
        return true;
    }

    private void TakeMail(Bridge bridge, long nowMs)
    {
        if (_mail.TryTake(_site.NowUs))
        {
            bridge.OnCommand(_mail.Command, _mail.Result, nowMs);
            _referee.OnAnswered(_mail.Command, _mail.Result);
            _chronicle.Add(_site.NowUs, CommandText.Describe(_mail.Result));
        }
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
