using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.Bus;

/// <summary>
/// What a heard message means for the peripherals, for the open exchange and for our role. It never
/// sends. Bus as a layer knows whose turn it is and what was last told; it does not know why an
/// offer is what it is.
/// </summary>
public sealed class Reception
{
    public readonly BusCounters Counters;

    /// <summary>The body of the next OnBody has arrived later than this: the last time that
    /// anybody looked.</summary>
    public long HeardAfterMs;

    private readonly BusOptions _options;
    private readonly Roster _roster;
    private readonly Exchange _exchange;
    private readonly BusPace _pace;
    private readonly Transmitter _transmitter;
    private readonly RivalMonitor _rivals;
    private readonly BusEvents _events;
    private readonly ContactorOrders _orders;
    private readonly Message _message = new Message();
    private bool _idConflict;
    private int _oddRatingCentiamps = Peripheral.Unknown;
    private long _echoedCount;

    public Reception(BusOptions options, BusParts parts)
    {
        _options = options;
        _roster = parts.Roster;
        _exchange = parts.Exchange;
        _pace = parts.Pace;
        _transmitter = parts.Transmitter;
        _rivals = parts.Rivals;
        _events = parts.Events;
        _orders = parts.Orders;
        Counters = parts.Counters;
    }

    /// <summary>A peripheral spoke with our id since the last call.</summary>
    public bool TakeIdConflict()
    {
        bool happened = _idConflict;
        _idConflict = false;
        return happened;
    }

    /// <summary>A body that the decoder accepted, complete at this instant.</summary>
    public FrameFate OnBody(byte[] body, int length, long nowMs)
    {
        MessageStatus status = _message.Point(body, length);
        Counters.OnJudged(status);
        if (status != MessageStatus.Accepted)
        {
            return FrameFate.UnknownPair + (status - MessageStatus.UnknownPair);
        }
        if (MessageShape.IsFromController(_message.Kind))
        {
            return OnControllerMessage(body, length, nowMs);
        }
        if (_message.Kind == MessageKind.PeripheralLinkReady)
        {
            OnLinkReady(_message.RatingCentiamps, nowMs);
        }
        else
        {
            OnAnswer(nowMs);
        }
        return FrameFate.Heard;
    }

    private FrameFate OnControllerMessage(byte[] body, int length, long nowMs)
    {
        if (IsEcho(body, length))
        {
            _echoedCount = _transmitter.SentCount;
            Counters.Echoes++;
            return FrameFate.Echo;
        }
        if (IsLinked(_roster.IndexOf(_message.SenderId)))
        {
            Counters.SpoiltMarkers++;
            return FrameFate.UnknownPair;
        }
        Counters.Harmful += MessageShape.IsHarmful(_message.Kind) ? 1 : 0;
        Counters.Strangers++;
        _rivals.OnStranger(_message.SenderId, nowMs);
        return FrameFate.Heard;
    }

    // Of each frame there is one echo: whoever says the same again is somebody else.
    private bool IsEcho(byte[] body, int length)
    {
        return HeardAfterMs < _exchange.RequestEndsAtMs + Timing.EchoWindowMs
            && _echoedCount != _transmitter.SentCount && _transmitter.IsLastSent(body, length);
    }

    private void OnLinkReady(int ratingCentiamps, long nowMs)
    {
        if (_message.SenderId == _options.ControllerId)
        {
            Counters.IdConflicts++;
            _idConflict = true;
            return;
        }
        if (_rivals.Role == BusRole.StandingDown)
        {
            // It is the other controller's to answer; a link without a word from us would only be
            // lost again. Our own bursts will ask everybody.
            return;
        }
        if (!Nameplate.IsPlausible(ratingCentiamps) && ratingCentiamps != _oddRatingCentiamps
            && !_options.Passive)
        {
            // Spoilt, unless the next one says the same.
            _oddRatingCentiamps = ratingCentiamps;
            Counters.Unconcerned++;
            return;
        }
        int index = _roster.Admit(_message.SenderId, nowMs);
        if (index == Peripheral.Unknown)
        {
            return;
        }
        _roster.At(index).OnLinkReady(ratingCentiamps, _message.Protocol, nowMs);
        if (!_roster.At(index).IsLeftAlone(nowMs))
        {
            _events.Add(BusEventKind.LinkReady, index);
        }
    }

    private void OnAnswer(long nowMs)
    {
        int index = _roster.IndexOf(_message.SenderId);
        bool isReport = _message.Kind == MessageKind.HeartbeatAnswer;
        if (isReport && (_options.Passive || _message.ReceiverId != _options.ControllerId))
        {
            OnAnswerToAnother(index, nowMs);
            return;
        }
        if (_exchange.IsAnswer(_message))
        {
            _pace.OnAnswered(_exchange.OnAnswered(_message.Length + 2, nowMs));
        }
        if (!IsLinked(index))
        {
            Counters.Unconcerned++;
            return;
        }
        Note(index, nowMs);
    }

    // Who answers another controller tells us of one that we may be unable to hear. A passive
    // box shows the peripheral all the same; its rating is told at link-up only. There the other
    // may even have our id.
    private void OnAnswerToAnother(int index, long nowMs)
    {
        Counters.Strangers++;
        _rivals.OnStranger(_message.ReceiverId, nowMs);
        if (!_options.Passive)
        {
            return;
        }
        if (!IsLinked(index))
        {
            OnLinkReady(
                index == Peripheral.Unknown ? 0 : _roster.At(index).RatingCentiamps, nowMs);
            index = _roster.IndexOf(_message.SenderId);
        }
        if (index != Peripheral.Unknown)
        {
            Note(index, nowMs);
        }
    }

    private bool IsLinked(int index)
    {
        return index != Peripheral.Unknown && _roster.At(index).Link == LinkState.Linked;
    }

    private void Note(int index, long nowMs)
    {
        Peripheral peripheral = _roster.At(index);
        bool wasPresent = peripheral.Info.IsCarPresent(peripheral.State);
        switch (_message.Kind)
        {
            case MessageKind.HeartbeatAnswer:
                Counters.HeartbeatsAnswered++;
                peripheral.OnAnswer(_message, nowMs);
                _events.Add(BusEventKind.Reported, index);
                NoteArrival(peripheral, wasPresent, nowMs);
                break;
            case MessageKind.CloseContactorAnswer:
                peripheral.OnHeard(nowMs);
                _orders.OnAcknowledged(index, MessageKind.CloseContactor);
                _events.Add(BusEventKind.ContactorClosed, index);
                break;
            case MessageKind.OpenContactorAnswer:
                peripheral.OnHeard(nowMs);
                _orders.OnAcknowledged(index, MessageKind.OpenContactor);
                _events.Add(BusEventKind.ContactorOpened, index);
                break;
            default:
                NoteInfo(index, nowMs);
                NoteArrival(peripheral, wasPresent, nowMs);
                break;
        }
    }

    private void NoteInfo(int index, long nowMs)
    {
        Peripheral peripheral = _roster.At(index);
        peripheral.OnHeard(nowMs);
        peripheral.Info.OnAnswer(_message);
        peripheral.Queries.OnAnswered(MessageShape.RequestOf(_message.Kind), peripheral, nowMs);
        _events.Add(BusEventKind.Informed, index);
    }

    // A VIN proves that a car was there before: only state and plug tell of an arrival.
    private void NoteArrival(Peripheral peripheral, bool wasPresent, long nowMs)
    {
        if (!wasPresent && peripheral.Info.IsCarPresent(peripheral.State)
            && (_message.Kind == MessageKind.HeartbeatAnswer
                || _message.Kind == MessageKind.PlugAnswer))
        {
            peripheral.Info.OnPlugIn();
            peripheral.Queries.OnPlugIn(nowMs);
        }
    }
}
