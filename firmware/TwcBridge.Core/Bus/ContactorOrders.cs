using TwcBridge.Messages;

namespace TwcBridge.Bus;

/// <summary>
/// Orders to contactors that are waiting to be sent and acknowledged (PROTOCOL 3.5). An order is
/// repeated a few times, and after that once a minute for as long as it is wanted: the heartbeat
/// answers show what really happened.
/// </summary>
public sealed class ContactorOrders
{
    public const int RetryMs = 2000;
    public const int MaxTries = 5;
    public const int LateRetryMs = 60000;

    private readonly MessageKind[] _orders = new MessageKind[OfferLedger.Capacity];
    private readonly long[] _dueAtMs = new long[OfferLedger.Capacity];
    private readonly int[] _tries = new int[OfferLedger.Capacity];
    private readonly bool[] _mayHaveClosed = new bool[OfferLedger.Capacity];

    public ContactorOrders()
    {
        for (int i = 0; i < _dueAtMs.Length; i++)
        {
            _dueAtMs[i] = Timing.Never;
        }
    }

    /// <summary>CloseContactor or OpenContactor.</summary>
    public MessageKind Order(int peripheralIndex)
    {
        return _orders[peripheralIndex];
    }

    /// <summary>When the order is to be sent, or Timing.Never when there is none.</summary>
    public long DueAtMs(int peripheralIndex)
    {
        return _dueAtMs[peripheralIndex];
    }

    /// <summary>One is to be sent, or may still be answered; not given up for the moment.</summary>
    public bool IsPending(int peripheralIndex)
    {
        return _dueAtMs[peripheralIndex] != Timing.Never && _tries[peripheralIndex] < MaxTries;
    }

    /// <summary>It was sent as often as it takes: only now and then, from now on.</summary>
    public bool IsGivenUp(int peripheralIndex)
    {
        return _dueAtMs[peripheralIndex] != Timing.Never && _tries[peripheralIndex] >= MaxTries;
    }

    /// <summary>An order to close has left since the contactor was last known to be open.</summary>
    public bool MayHaveClosed(int peripheralIndex)
    {
        return _mayHaveClosed[peripheralIndex];
    }

    /// <summary>Replaces whatever was waiting for this peripheral.</summary>
    public void OnOrder(int peripheralIndex, bool close, long nowMs)
    {
        _orders[peripheralIndex] = close
            ? MessageKind.CloseContactor
            : MessageKind.OpenContactor;
        _tries[peripheralIndex] = 0;
        _dueAtMs[peripheralIndex] = nowMs;
    }

    public void OnSent(int peripheralIndex, long nowMs)
    {
        _tries[peripheralIndex]++;
        _mayHaveClosed[peripheralIndex] |= _orders[peripheralIndex] == MessageKind.CloseContactor;
        _dueAtMs[peripheralIndex] =
            nowMs + (_tries[peripheralIndex] < MaxTries ? RetryMs : LateRetryMs);
    }

    /// <summary>An order like this was carried out; another one that waits is still due.</summary>
    public void OnAcknowledged(int peripheralIndex, MessageKind order)
    {
        if (_orders[peripheralIndex] == order)
        {
            _mayHaveClosed[peripheralIndex] = order == MessageKind.CloseContactor;
            OnSettled(peripheralIndex);
        }
    }

    /// <summary>Nothing is to be ordered any more. What was sent already is repeated until its
    /// answer, if not for ever: the order may have been carried out.</summary>
    public void OnWithdrawn(int peripheralIndex)
    {
        if (_tries[peripheralIndex] == 0 || _tries[peripheralIndex] >= MaxTries)
        {
            OnSettled(peripheralIndex);
        }
    }

    /// <summary>The peripheral is gone.</summary>
    public void OnSettled(int peripheralIndex)
    {
        _dueAtMs[peripheralIndex] = Timing.Never;
    }
}
