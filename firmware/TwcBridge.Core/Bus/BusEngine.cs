using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.Bus;

/// <summary>
/// The controller's side of the bus: bytes and time in, one frame at a time out. A turn is
/// OnReceived (if anything came), OnTime, Next, and OnSent if the frame was really sent; a frame
/// that was not sent changes nothing and is offered again.
/// </summary>
public sealed class BusEngine
{
    public readonly Roster Roster;

    private readonly BusParts _parts;
    private readonly Reception _reception;
    private readonly Announcer _announcer = new Announcer();
    private readonly LineInput _input;
    private readonly TurnPlan _plan;
    private readonly MessageWriter _writer;
    private readonly Exchange _exchange;
    private readonly long _cycleStartedAtMs;
    private int _talkedTo;
    private int _slotMs;
    private int _heartbeatCommand;

    public BusEngine(BusOptions options, long nowMs)
    {
        _cycleStartedAtMs = nowMs;
        _parts = new BusParts(options, nowMs);
        Roster = _parts.Roster;
        _exchange = _parts.Exchange;
        _reception = new Reception(options, _parts);
        _input = new LineInput(_reception, _parts);
        _plan = new TurnPlan(_parts, _announcer);
        _writer = new MessageWriter(options.ControllerId, options.Sign);
    }

    /// <summary>Facts since the last turn; to be emptied by the caller after every turn.</summary>
    public BusEvents Events => _parts.Events;

    /// <summary>The transmit path's own books; ceilings are entered here.</summary>
    public OfferLedger Ledger => _parts.Ledger;

    public RivalMonitor Rivals => _parts.Rivals;

    public BusCounters Counters => _parts.Counters;

    /// <summary>To be cleared by whoever reads it, once a turn.</summary>
    public BusPace Pace => _parts.Pace;

    public FrameDecoder Decoder => _input.Decoder;

    /// <summary>The last frames. The bus loop's: whoever else reads it takes a copy.</summary>
    public TraceRing Trace => _parts.Trace;

    public Transmitter Transmitter => _parts.Transmitter;

    public ContactorOrders Orders => _parts.Orders;

    /// <summary>How long we wait for an answer; learnt from the answers.</summary>
    public int AnswerWaitMs => _exchange.AnswerWaitMs;

    /// <summary>The frame that <see cref="Next"/> offers. Valid until the next call.</summary>
    public byte[] Wire => _parts.Transmitter.Wire;

    /// <summary>Bytes from the line, in order, all of them arrived by now.</summary>
    public void OnReceived(byte[] buffer, int length, long nowMs)
    {
        _input.OnReceived(buffer, length, nowMs);
    }

    /// <summary>Time has passed: waits end, peripherals are lost, roles change.</summary>
    public void OnTime(long nowMs)
    {
        _input.OnTime(nowMs);
        CloseExchange(nowMs);
        DropTheLost(nowMs);
        _parts.Rivals.OnTime(nowMs);
        _announcer.OnRole(_parts.Rivals.Role, _reception.TakeIdConflict(), nowMs);
        Rephase(nowMs);
        if (_talkedTo != 0)
        {
            _announcer.OnLinked();
        }
    }

    /// <summary>The frame to send now, or 0 bytes. Asking twice is harmless.</summary>
    /// <returns>Bytes in <see cref="Wire"/>.</returns>
    public int Next(long nowMs)
    {
        if (_parts.Rivals.Role != BusRole.Controlling || nowMs < LineIdleAtMs())
        {
            return 0;
        }
        _plan.Choose(nowMs);
        switch (_plan.Kind)
        {
            case TurnKind.None:
                return 0;
            case TurnKind.Heartbeat:
                WriteHeartbeat(nowMs);
                break;
            case TurnKind.Announcement when _plan.Message == MessageKind.ControllerLinkReady1:
                _writer.LinkReady1();
                break;
            case TurnKind.Announcement:
                _writer.LinkReady2();
                break;
            default:
                Peripheral peripheral = Roster.At(_plan.PeripheralIndex);
                _writer.Addressed(_plan.Message, peripheral.Id, peripheral.Protocol);
                break;
        }
        return _parts.Transmitter.Load(_writer);
    }

    /// <summary>The frame that Next offered has been handed to the line at this instant.</summary>
    /// <returns>Whose changed offer was told with it, uncut, or Peripheral.Unknown.</returns>
    public int OnSent(long nowMs)
    {
        int told = Peripheral.Unknown;
        int index = _plan.PeripheralIndex;
        int id = index == Peripheral.Unknown ? 0 : Roster.At(index).Id;
        Transmitter transmitter = _parts.Transmitter;
        _exchange.OnSent(_plan.Message, id, transmitter.WireLength, nowMs);
        transmitter.OnSent();
        _parts.Trace.Note(FrameFate.Sent, transmitter.Sent, transmitter.SentLength, nowMs);
        switch (_plan.Kind)
        {
            case TurnKind.Heartbeat:
                Peripheral listener = Roster.At(index);
                told = listener.OnTold(Ledger.OfferedTo(id)) ? index : Peripheral.Unknown;
                _parts.Pace.OnHeartbeat(listener, nowMs);
                listener.OnHeartbeatSent(_heartbeatCommand, nowMs);
                break;
            case TurnKind.ContactorOrder:
                _parts.Orders.OnSent(index, nowMs);
                break;
            case TurnKind.Announcement:
                _announcer.OnSent(nowMs);
                break;
            case TurnKind.Query:
                _plan.OnQuerySent(index);
                break;
        }
        return told;
    }

    /// <summary>When the next turn is worth taking if nothing is heard before.</summary>
    public long NextDueAtMs()
    {
        long due = _parts.Rivals.DueAtMs;
        long lostAtMs = Roster.LostAtMs();
        due = lostAtMs < due ? lostAtMs : due;
        if (_exchange.IsOpen && _exchange.ClosesAtMs < due)
        {
            due = _exchange.ClosesAtMs;
        }
        if (_parts.Rivals.Role != BusRole.Controlling)
        {
            return due;
        }
        long turnAtMs = _plan.DueAtMs(LineIdleAtMs());
        return turnAtMs < due ? turnAtMs : due;
    }

    private void WriteHeartbeat(long nowMs)
    {
        Peripheral peripheral = Roster.At(_plan.PeripheralIndex);
        _heartbeatCommand = peripheral.HeartbeatCommandAt(nowMs);
        int centiamps = _heartbeatCommand == HeartbeatCommand.NoChange
            ? 0
            : peripheral.OfferedCentiamps;
        _writer.Heartbeat(peripheral.Id, peripheral.Protocol, _heartbeatCommand, centiamps);
    }

    private long LineIdleAtMs()
    {
        long idleAtMs = _input.IdleAtMs;
        return _exchange.IsOpen && _exchange.ClosesAtMs > idleAtMs
            ? _exchange.ClosesAtMs
            : idleAtMs;
    }

    private void CloseExchange(long nowMs)
    {
        if (!_exchange.IsOpen || nowMs < _exchange.ClosesAtMs || !_exchange.OnClosed())
        {
            return;
        }
        if (_exchange.Request == MessageKind.Heartbeat)
        {
            _parts.Counters.HeartbeatsMissed++;
            return;
        }
        _parts.Counters.QueriesMissed++;
        int index = Roster.IndexOf(_exchange.PeripheralId);
        if (index != Peripheral.Unknown)
        {
            Roster.At(index).Queries.OnMissed(_exchange.Request, nowMs);
        }
    }

    private void DropTheLost(long nowMs)
    {
        // Another controller may tell them anything.
        bool areAnothers = _parts.Rivals.Role == BusRole.StandingDown;
        for (int i = 0; i < Roster.Count; i++)
        {
            Peripheral peripheral = Roster.At(i);
            bool isAnothers = areAnothers && peripheral.Link == LinkState.Linked;
            if (isAnothers || peripheral.Next(nowMs) == PeripheralAction.ReportLost)
            {
                peripheral.OnLost(nowMs);
                _parts.Orders.OnSettled(i);
                _parts.Counters.Lost++;
                _parts.Events.Add(BusEventKind.Lost, i);
            }
        }
    }

    private void Rephase(long nowMs)
    {
        int talkedTo = Roster.TalkedTo(out int count);
        int slotMs = HeartbeatCycle.SlotMs(_exchange.UsualMs(TurnPlan.LongestRequest));
        if (talkedTo == _talkedTo && HeartbeatCycle.IsGoodEnough(_slotMs, slotMs))
        {
            return;
        }
        _talkedTo = talkedTo;
        _slotMs = slotMs;
        int intervalMs = HeartbeatCycle.IntervalMs(count, slotMs);
        long placeAtMs = _cycleStartedAtMs;
        long idleAtMs = LineIdleAtMs();
        long fromMs = idleAtMs > nowMs ? idleAtMs : nowMs;
        for (int i = 0; i < Roster.Count; i++)
        {
            if (Roster.At(i).IsTalkedTo)
            {
                Roster.At(i).OnRephased(
                    HeartbeatCycle.NextMs(placeAtMs, intervalMs, fromMs), intervalMs);
                placeAtMs += slotMs;
            }
        }
    }
}
