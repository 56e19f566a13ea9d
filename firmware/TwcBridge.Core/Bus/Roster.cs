namespace TwcBridge.Bus;

/// <summary>
/// The peripherals that we know, at fixed places. A place is given to another id only when none is
/// free and its peripheral has long been gone, so that an index means the same thing for hours.
/// </summary>
public sealed class Roster
{
    /// <summary>Places in use: indexes 0..Count-1.</summary>
    public int Count;

    /// <summary>Link-readies that found no place.</summary>
    public long RefusedCount;

    /// <summary>The last one that found no place, or 0.</summary>
    public int RefusedId;

    private readonly Peripheral[] _places;

    public Roster(int capacity)
    {
        _places = new Peripheral[capacity];
        for (int i = 0; i < capacity; i++)
        {
            _places[i] = new Peripheral();
        }
    }

    public Peripheral At(int index)
    {
        return _places[index];
    }

    /// <summary>The index of this id, or Peripheral.Unknown.</summary>
    public int IndexOf(int id)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_places[i].Id == id)
            {
                return i;
            }
        }
        return Peripheral.Unknown;
    }

    /// <summary>The index of this id, which gets a place if there is one.</summary>
    /// <returns>Peripheral.Unknown when every place is taken.</returns>
    public int Admit(int id, long nowMs)
    {
        int index = IndexOf(id);
        if (index != Peripheral.Unknown)
        {
            return index;
        }
        if (Count < _places.Length)
        {
            _places[Count].Assign(id);
            return Count++;
        }
        index = LongestGone(nowMs);
        if (index == Peripheral.Unknown)
        {
            RefusedCount++;
            RefusedId = id;
            return index;
        }
        _places[index].Assign(id);
        return index;
    }

    /// <summary>Who is talked to, one bit for each index, and how many.</summary>
    public int TalkedTo(out int count)
    {
        int bits = 0;
        count = 0;
        for (int i = 0; i < Count; i++)
        {
            if (_places[i].IsTalkedTo)
            {
                bits |= 1 << i;
                count++;
            }
        }
        return bits;
    }

    /// <summary>Somebody we talk to has not been told yet what it is offered now.</summary>
    public bool HasOfferNews()
    {
        for (int i = 0; i < Count; i++)
        {
            if (_places[i].IsTalkedTo && _places[i].IsOfferNews)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The next instant at which a heartbeat is due, or Never.</summary>
    public long HeartbeatDueAtMs()
    {
        long due = Timing.Never;
        for (int i = 0; i < Count; i++)
        {
            Peripheral peripheral = _places[i];
            if (peripheral.IsTalkedTo && peripheral.HeartbeatDueAtMs < due)
            {
                due = peripheral.HeartbeatDueAtMs;
            }
        }
        return due;
    }

    /// <summary>When the next one will be given up if it stays silent, or Never.</summary>
    public long LostAtMs()
    {
        long due = Timing.Never;
        for (int i = 0; i < Count; i++)
        {
            Peripheral peripheral = _places[i];
            long lostAtMs = peripheral.HeardAtMs + Timing.PeripheralLostMs;
            due = peripheral.Link == LinkState.Linked && lostAtMs < due ? lostAtMs : due;
        }
        return due;
    }

    // Gone for longer than its contactor could stay closed.
    private int LongestGone(long nowMs)
    {
        int longest = Peripheral.Unknown;
        long seenBefore = nowMs - Timing.PeripheralLostMs - Timing.ContactorOpensMs;
        for (int i = 0; i < Count; i++)
        {
            Peripheral peripheral = _places[i];
            long seenAtMs = peripheral.AnnouncedAtMs > peripheral.HeardAtMs
                ? peripheral.AnnouncedAtMs
                : peripheral.HeardAtMs;
            if (peripheral.Link == LinkState.Absent && seenAtMs <= seenBefore)
            {
                longest = i;
                seenBefore = seenAtMs;
            }
        }
        return longest;
    }
}
