using TwcBridge.Messages;

namespace TwcBridge.Bus;

/// <summary>
/// Whose turn it is on an idle line. Heartbeats come first, and everything else must be over before
/// the next one is due: no query ever delays a heartbeat, for a late one ends charges.
/// </summary>
public sealed class TurnPlan
{
    /// <summary>On the wire: a body of 16 bytes, its delimiters and a few escapes.</summary>
    public const int LongestRequest = 20;

    public TurnKind Kind;

    /// <summary>The peripheral of the turn, or Peripheral.Unknown for an announcement.</summary>
    public int PeripheralIndex;

    /// <summary>The message of the turn.</summary>
    public MessageKind Message;

    private readonly Roster _roster;
    private readonly Exchange _exchange;
    private readonly Announcer _announcer;
    private readonly ContactorOrders _orders;
    private int _nextQueryFrom;
    private long _askedAtMs;

    public TurnPlan(BusParts parts, Announcer announcer)
    {
        _roster = parts.Roster;
        _exchange = parts.Exchange;
        _announcer = announcer;
        _orders = parts.Orders;
    }

    /// <summary>Chooses. Pure but for the choice itself, which stays until the next call.
    /// </summary>
    public void Choose(long nowMs)
    {
        _askedAtMs = nowMs;
        int pressing = PressingHeartbeat(nowMs);
        if (pressing != Peripheral.Unknown)
        {
            Set(TurnKind.Heartbeat, pressing, MessageKind.Heartbeat);
            return;
        }
        Set(TurnKind.None, Peripheral.Unknown, MessageKind.None);
        if (nowMs + _exchange.LongestMs(LongestRequest) > _roster.HeartbeatDueAtMs())
        {
            return;
        }
        if (!ChooseNews() && !ChooseOrder(nowMs) && !ChooseAnnouncement(nowMs))
        {
            ChooseQuery(nowMs);
        }
    }

    /// <summary>The query of this peripheral was sent: another one's turn comes next.</summary>
    public void OnQuerySent(int peripheralIndex)
    {
        _nextQueryFrom = peripheralIndex + 1;
    }

    /// <summary>When there will be something to choose, if nothing is heard before.</summary>
    /// <param name="idleAtMs">From when on the line is idle.</param>
    public long DueAtMs(long idleAtMs)
    {
        long heartbeatAtMs = _roster.HeartbeatDueAtMs();
        long lastStartAtMs = heartbeatAtMs - _exchange.LongestMs(LongestRequest);

        // What did not fit when we last looked will not fit either if we look again at once.
        long fromMs = idleAtMs < _askedAtMs ? _askedAtMs : idleAtMs;
        if (fromMs <= lastStartAtMs)
        {
            long gapAtMs = GapWorkDueAtMs();
            gapAtMs = gapAtMs < fromMs ? fromMs : gapAtMs;
            if (gapAtMs <= lastStartAtMs)
            {
                return gapAtMs;
            }
        }
        return heartbeatAtMs < idleAtMs ? idleAtMs : heartbeatAtMs;
    }

    private long GapWorkDueAtMs()
    {
        long due = _announcer.DueAtMs;
        long queriesFromMs = QueriesFromMs();
        for (int i = 0; i < _roster.Count; i++)
        {
            Peripheral peripheral = _roster.At(i);
            if (!peripheral.IsTalkedTo)
            {
                continue;
            }
            if (peripheral.IsOfferNews)
            {
                return 0;
            }
            long query = peripheral.Queries.DueAtMs(peripheral);
            query = query < queriesFromMs ? queriesFromMs : query;
            due = query < due ? query : due;
            due = _orders.DueAtMs(i) < due ? _orders.DueAtMs(i) : due;
        }
        return due;
    }

    // Who has just announced itself is answered at once; among the others the latest is first.
    private int PressingHeartbeat(long nowMs)
    {
        int latest = Peripheral.Unknown;
        for (int i = 0; i < _roster.Count; i++)
        {
            Peripheral peripheral = _roster.At(i);
            switch (peripheral.Next(nowMs))
            {
                case PeripheralAction.AnswerLinkReady:
                    return i;
                case PeripheralAction.SendHeartbeat:
                    latest = latest == Peripheral.Unknown
                        || peripheral.HeartbeatDueAtMs < _roster.At(latest).HeartbeatDueAtMs
                            ? i
                            : latest;
                    break;
            }
        }
        return latest;
    }

    private bool ChooseNews()
    {
        for (int i = 0; i < _roster.Count; i++)
        {
            Peripheral peripheral = _roster.At(i);
            if (peripheral.IsTalkedTo && peripheral.IsOfferNews)
            {
                Set(TurnKind.Heartbeat, i, MessageKind.Heartbeat);
                return true;
            }
        }
        return false;
    }

    // Where gaps are rare, the tries of one must not take them all.
    private bool ChooseOrder(long nowMs)
    {
        long earliestMs = Timing.Never;
        for (int i = 0; i < _roster.Count; i++)
        {
            long dueAtMs = _orders.DueAtMs(i);
            if (_roster.At(i).IsTalkedTo && nowMs >= dueAtMs && dueAtMs < earliestMs)
            {
                earliestMs = dueAtMs;
                Set(TurnKind.ContactorOrder, i, _orders.Order(i));
            }
        }
        return earliestMs != Timing.Never;
    }

    private bool ChooseAnnouncement(long nowMs)
    {
        MessageKind announcement = _announcer.Next(nowMs);
        if (announcement == MessageKind.None)
        {
            return false;
        }
        Set(TurnKind.Announcement, Peripheral.Unknown, announcement);
        return true;
    }

    // Questions can wait until the bursts of link-up are over.
    private void ChooseQuery(long nowMs)
    {
        if (nowMs < QueriesFromMs())
        {
            return;
        }
        for (int i = 0; i < _roster.Count; i++)
        {
            int index = (_nextQueryFrom + i) % _roster.Count;
            Peripheral peripheral = _roster.At(index);
            MessageKind query = peripheral.IsTalkedTo
                ? peripheral.Queries.Next(peripheral, nowMs)
                : MessageKind.None;
            if (query != MessageKind.None)
            {
                Set(TurnKind.Query, index, query);
                return;
            }
        }
    }

    private long QueriesFromMs()
    {
        return _announcer.DueAtMs != Timing.Never
            ? Timing.Never
            : _announcer.AnsweredUntilMs;
    }

    private void Set(TurnKind kind, int peripheralIndex, MessageKind message)
    {
        Kind = kind;
        PeripheralIndex = peripheralIndex;
        Message = message;
    }
}
