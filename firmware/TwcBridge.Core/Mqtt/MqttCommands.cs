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

    /// <summary>No command.</summary>
    public const int None = -1;

    /// <summary>A bus side that is silent for so long has not taken the command.</summary>
    public const int ResultTimeoutMs = 10_000;

    // Between the arrival of a command and its acknowledgement.
    private enum Step : byte
    {
        /// <summary>No command here.</summary>
        Free,

        /// <summary>To be handed to the bus side.</summary>
        Arrived,

        /// <summary>The bus side has it.</summary>
        Posted,

        /// <summary>To be acknowledged.</summary>
        Answered,
    }

    private readonly byte[] _baseTopic;
    private readonly int _compat;
    private readonly int _firstTicket;
    private readonly int _ticketCount;
    private readonly MqttCounters _counters;
    private readonly CommandParser _parser = new CommandParser();
    private readonly TopicMatch _match = new TopicMatch();
    private readonly CommandStore _pending = new CommandStore(Capacity);
    private readonly Step[] _steps = new Step[Capacity];
    private readonly int[] _orders = new int[Capacity];
    private readonly long[] _dueAtMs = new long[Capacity];
    private int _lastOrder;

    public MqttCommands(MqttSurfaceOptions options, MqttCounters counters)
    {
        _baseTopic = options.BaseTopic;
        _compat = options.Compat;
        _firstTicket = options.FirstTicket;
        _ticketCount = options.TicketCount;
        _counters = counters;
    }

    /// <summary>There is a place for one more command.</summary>
    public bool HasRoom => Oldest(Step.Free) != None;

    /// <summary>The answer to be published next, or None: that of the oldest command, which the
    /// newer ones wait for.</summary>
    public int NextAnswer
    {
        get
        {
            int oldest = None;
            for (int i = 0; i < Capacity; i++)
            {
                if (_steps[i] != Step.Free && (oldest == None || _orders[i] < _orders[oldest]))
                {
                    oldest = i;
                }
            }
            return oldest != None && _steps[oldest] == Step.Answered ? oldest : None;
        }
    }

    /// <summary>When <see cref="OnTime"/> gives one up.</summary>
    public long NextDueAtMs
    {
        get
        {
            long earliestAtMs = MqttTiming.Never;
            for (int i = 0; i < Capacity; i++)
            {
                if (IsUnanswered(i) && _dueAtMs[i] < earliestAtMs)
                {
                    earliestAtMs = _dueAtMs[i];
                }
            }
            return earliestAtMs;
        }
    }

    /// <summary>Only while there is room: what comes without it is lost, and counted. The last
    /// status tells a refusal what stays in force.</summary>
    public void OnMessage(MqttMessage message, BoxStatus status, long nowMs)
    {
        int place = Oldest(Step.Free);
        if (place == None)
        {
            _counters.CommandsDropped++;
            return;
        }
        _orders[place] = ++_lastOrder;
        _dueAtMs[place] = nowMs + ResultTimeoutMs;
        ParsedCommand asked = _pending.Asked;
        Read(message, asked);
        if (asked.Status == ParseStatus.Ok)
        {
            asked.Command.Ticket = TicketOf(place);
            Save(place, Step.Arrived);
            return;
        }
        _counters.CommandsRefused++;
        InForce.Read(status, asked.Command.PeripheralId, _pending.Result);
        Save(place, Step.Answered);
    }

    /// <summary>Hands on the oldest command that has just arrived. False: there is none.</summary>
    public bool TryNext(Command into)
    {
        int place = Oldest(Step.Arrived);
        if (place == None)
        {
            return false;
        }
        into.CopyFrom(Open(place).Asked.Command);
        _steps[place] = Step.Posted;
        _counters.Commands++;
        return true;
    }

    /// <summary>False: nobody here waits for it.</summary>
    public bool OnResult(CommandResult result)
    {
        for (int i = 0; i < Capacity; i++)
        {
            if (_steps[i] == Step.Posted && TicketOf(i) == result.Ticket)
            {
                Open(i).Result.CopyFrom(result);
                Save(i, Step.Answered);
                return true;
            }
        }
        return false;
    }

    public void OnTime(BoxStatus status, long nowMs)
    {
        for (int i = 0; i < Capacity; i++)
        {
            if (IsUnanswered(i) && nowMs >= _dueAtMs[i])
            {
                CommandStore late = Open(i);
                InForce.Read(status, late.Asked.Command.PeripheralId, late.Result);
                late.Result.Code = CommandCode.Busy;
                Save(i, Step.Answered);
            }
        }
    }

    /// <summary>Command and answer. Valid until the next call of a method.</summary>
    public CommandStore Open(int place)
    {
        _pending.Load(place);
        return _pending;
    }

    /// <summary>The answer has been published.</summary>
    public void OnAnswered(int place)
    {
        _steps[place] = Step.Free;
    }

    private void Save(int place, Step step)
    {
        _pending.Save(place);
        _steps[place] = step;
    }

    private int TicketOf(int place)
    {
        return _firstTicket + _orders[place] % _ticketCount;
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

    private int Oldest(Step step)
    {
        int oldest = None;
        for (int i = 0; i < Capacity; i++)
        {
            if (_steps[i] == step && (oldest == None || _orders[i] < _orders[oldest]))
            {
                oldest = i;
            }
        }
        return oldest;
    }

    private bool IsUnanswered(int place)
    {
        return _steps[place] is Step.Arrived or Step.Posted;
    }
}
