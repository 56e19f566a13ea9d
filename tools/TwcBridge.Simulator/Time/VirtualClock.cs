using System;

namespace TwcBridge.Simulator;

/// <summary>
/// Virtual time and the queue of what happens next: a binary heap ordered by instant, then by the
/// order of queueing, so that ties always fall the same way.
/// </summary>
internal sealed class VirtualClock
{
    private const int InitialCapacity = 64;

    private Entry[] _heap = new Entry[InitialCapacity];
    private int _count;
    private long _sequence;

    public long NowUs { get; private set; }

    public long NextEventUs
    {
        get
        {
            DropOutdated();
            return _count == 0 ? Micros.Never : _heap[0].AtUs;
        }
    }

    public void AdvanceTo(long us)
    {
        if (us < NowUs)
        {
            throw new ArgumentOutOfRangeException(nameof(us), us, "Time never runs back.");
        }
        while (NextEventUs <= us)
        {
            Entry entry = Pop();
            NowUs = entry.AtUs;
            entry.Alarm.Fire();
        }
        NowUs = us;
    }

    internal void Queue(Alarm alarm, long atUs)
    {
        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, _count * 2);
        }
        alarm.QueuedAtUs = atUs;
        SiftUp(_count++, new Entry(atUs, _sequence++, alarm));
    }

    // Leaves at the top an entry that is really due at its instant.
    private void DropOutdated()
    {
        while (_count > 0)
        {
            Entry top = _heap[0];
            bool superseded = top.Alarm.QueuedAtUs != top.AtUs;
            if (!superseded && top.Alarm.DueAtUs == top.AtUs)
            {
                return;
            }
            Pop();
            if (superseded)
            {
                continue;
            }
            top.Alarm.QueuedAtUs = Micros.Never;
            if (top.Alarm.IsSet)
            {
                Queue(top.Alarm, top.Alarm.DueAtUs);
            }
        }
    }

    private Entry Pop()
    {
        Entry top = _heap[0];
        Entry last = _heap[--_count];
        _heap[_count] = default;
        if (_count > 0)
        {
            SiftDown(last);
        }
        return top;
    }

    private void SiftUp(int index, Entry entry)
    {
        while (index > 0)
        {
            int parent = (index - 1) / 2;
            if (!entry.IsBefore(_heap[parent]))
            {
                break;
            }
            _heap[index] = _heap[parent];
            index = parent;
        }
        _heap[index] = entry;
    }

    private void SiftDown(Entry entry)
    {
        int index = 0;
        int child = 1;
        while (child < _count)
        {
            if (child + 1 < _count && _heap[child + 1].IsBefore(_heap[child]))
            {
                child++;
            }
            if (!_heap[child].IsBefore(entry))
            {
                break;
            }
            _heap[index] = _heap[child];
            index = child;
            child = (2 * index) + 1;
        }
        _heap[index] = entry;
    }

    private readonly struct Entry
    {
        public readonly long AtUs;
        public readonly Alarm Alarm;
        private readonly long _sequence;

        public Entry(long atUs, long sequence, Alarm alarm)
        {
            AtUs = atUs;
            Alarm = alarm;
            _sequence = sequence;
        }

        public bool IsBefore(in Entry other)
        {
            return AtUs != other.AtUs ? AtUs < other.AtUs : _sequence < other._sequence;
        }
    }
}
