namespace TwcBridge.Bus;

/// <summary>
/// A short queue of facts from the bus, emptied after every turn. Full means that the oldest facts
/// stay and the newest is counted and dropped: every fact can also be read from the peripheral.
/// </summary>
public sealed class BusEvents
{
    /// <summary>More than one turn can bring: a receive buffer holds at most 18 frames of 14 bytes,
    /// and each peripheral can be lost once.</summary>
    public const int Capacity = 32;

    public long DroppedCount;

    /// <summary>Kind of the event that <see cref="TryNext"/> took last.</summary>
    public BusEventKind Kind;

    /// <summary>Index in the roster of the peripheral that it is about.</summary>
    public int PeripheralIndex;

    private readonly BusEventKind[] _kinds = new BusEventKind[Capacity];
    private readonly byte[] _indexes = new byte[Capacity];
    private int _head;
    private int _count;

    public void Add(BusEventKind kind, int peripheralIndex)
    {
        if (_count == Capacity)
        {
            DroppedCount++;
            return;
        }
        int tail = (_head + _count) % Capacity;
        _kinds[tail] = kind;
        _indexes[tail] = (byte)peripheralIndex;
        _count++;
    }

    public bool TryNext()
    {
        if (_count == 0)
        {
            return false;
        }
        Kind = _kinds[_head];
        PeripheralIndex = _indexes[_head];
        _head = (_head + 1) % Capacity;
        _count--;
        return true;
    }
}
