using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>
/// Commands from their message to their answer. What cannot be read is answered here; the rest goes
/// to the bus side under a ticket and waits for its result. Up to <see cref="Capacity"/> at a time;
/// whoever brings more waits until there is room. Answers leave in the order of the commands.
/// </summary>
public sealed class MqttCommands
{
    public const int Capacity = 8;

    /// <summary>A bus side that is silent for so long has not taken the command.</summary>
    public const int ResultTimeoutMs = 10_000;

    private readonly byte[] _baseTopic;
    private readonly int _compat;
    private readonly int _firstTicket;
    private readonly int _ticketCount;
    private readonly MqttCounters _counters;
    private readonly CommandParser _parser = new CommandParser();
    private readonly TopicMatch _match = new TopicMatch();
    private readonly MqttPendingCommand[] _pending = new MqttPendingCommand[Capacity];

    private int _lastOrder;

    public MqttCommands(MqttSurfaceOptions options, MqttCounters counters)
    {
        _baseTopic = options.BaseTopic;
        _compat = options.Compat;
        _firstTicket = options.FirstTicket;
        _ticketCount = options.TicketCount;
        _counters = counters;
        for (int i = 0; i < Capacity; i++)
        {
            _pending[i] = new MqttPendingCommand();
        }
    }

    /// <summary>There is a place for one more command.</summary>
    public bool HasRoom => Oldest(MqttPendingCommand.Step.Free) != null;

    /// <summary>The answer to be published next, or null: that of the oldest command, which the
    /// newer ones wait for.</summary>
    public MqttPendingCommand NextAnswer
    {
        get
        {
            MqttPendingCommand oldest = null;
            foreach (MqttPendingCommand pending in _pending)
            {
                if (pending.At != MqttPendingCommand.Step.Free
                    && (oldest == null || pending.Order < oldest.Order))
                {
                    oldest = pending;
                }
            }
            return oldest != null && oldest.At == MqttPendingCommand.Step.Answered ? oldest : null;
        }
    }

    /// <summary>When <see cref="OnTime"/> gives one up.</summary>
    public long NextDueAtMs
    {
        get
        {
            long earliestAtMs = MqttTiming.Never;
            foreach (MqttPendingCommand pending in _pending)
            {
                if (IsUnanswered(pending) && pending.DueAtMs < earliestAtMs)
                {
                    earliestAtMs = pending.DueAtMs;
                }
            }
            return earliestAtMs;
        }
    }

    /// <summary>Only while there is room: what comes without it is lost, and counted. The last
    /// status tells a refusal what stays in force.</summary>
    public void OnMessage(MqttMessage message, BoxStatus status, long nowMs)
    {
        MqttPendingCommand pending = Oldest(MqttPendingCommand.Step.Free);
        if (pending == null)
        {
            _counters.CommandsDropped++;
            return;
        }
        pending.Order = ++_lastOrder;
        pending.DueAtMs = nowMs + ResultTimeoutMs;
        Read(message, pending.Asked);
        if (pending.Asked.Status == ParseStatus.Ok)
        {
            pending.Asked.Command.Ticket = _firstTicket + _lastOrder % _ticketCount;
            pending.At = MqttPendingCommand.Step.Arrived;
            return;
        }
        _counters.CommandsRefused++;
        InForce.Read(status, pending.Asked.Command.PeripheralId, pending.Result);
        pending.At = MqttPendingCommand.Step.Answered;
    }

    /// <summary>Hands on the oldest command that has just arrived. False: there is none.</summary>
    public bool TryNext(Command into)
    {
        MqttPendingCommand pending = Oldest(MqttPendingCommand.Step.Arrived);
        if (pending == null)
        {
            return false;
        }
        into.CopyFrom(pending.Asked.Command);
        pending.At = MqttPendingCommand.Step.Posted;
        _counters.Commands++;
        return true;
    }

    /// <summary>False: nobody here waits for it.</summary>
    public bool OnResult(CommandResult result)
    {
        foreach (MqttPendingCommand pending in _pending)
        {
            if (pending.At == MqttPendingCommand.Step.Posted
                && pending.Asked.Command.Ticket == result.Ticket)
            {
                pending.Result.CopyFrom(result);
                pending.At = MqttPendingCommand.Step.Answered;
                return true;
            }
        }
        return false;
    }

    public void OnTime(BoxStatus status, long nowMs)
    {
        foreach (MqttPendingCommand pending in _pending)
        {
            if (IsUnanswered(pending) && nowMs >= pending.DueAtMs)
            {
                InForce.Read(status, pending.Asked.Command.PeripheralId, pending.Result);
                pending.Result.Code = CommandCode.Busy;
                pending.At = MqttPendingCommand.Step.Answered;
            }
        }
    }

    /// <summary>The answer has been published.</summary>
    public static void OnAnswered(MqttPendingCommand pending)
    {
        pending.At = MqttPendingCommand.Step.Free;
    }

    private void Read(MqttMessage message, ParsedCommand into)
    {
        bool own = SurfaceTopics.MatchTopic(
            message.Buffer, message.TopicOffset, message.TopicLength, _baseTopic, _match);
        bool known = own || CompatTopics.MatchTopic(
            _compat, message.Buffer, message.TopicOffset, message.TopicLength, _match);
        into.Restart(
            known ? _match.Kind : CommandKind.SetAmps,
            known ? _match.PeripheralId : Command.WholeSite,
            CommandOrigin.Mqtt);
        ReadPayload(message, known, isCompat: known && !own, into);
    }

    private void ReadPayload(MqttMessage message, bool known, bool isCompat, ParsedCommand into)
    {
        into.Refuse(
            !known ? ParseStatus.UnknownTopic
            : message.Retain ? ParseStatus.Retained
            : message.Oversized ? ParseStatus.TooLong
            : ParseStatus.Ok);
        if (message.Oversized)
        {
            return;
        }
        if (isCompat)
        {
            CompatParser.Parse(
                _parser, message.Buffer, message.PayloadOffset, message.PayloadLength, into);
            return;
        }
        _parser.Parse(message.Buffer, message.PayloadOffset, message.PayloadLength, into);
    }

    private MqttPendingCommand Oldest(MqttPendingCommand.Step step)
    {
        MqttPendingCommand oldest = null;
        foreach (MqttPendingCommand pending in _pending)
        {
            if (pending.At == step && (oldest == null || pending.Order < oldest.Order))
            {
                oldest = pending;
            }
        }
        return oldest;
    }

    private static bool IsUnanswered(MqttPendingCommand pending)
    {
        return pending.At is MqttPendingCommand.Step.Arrived or MqttPendingCommand.Step.Posted;
    }
}
