namespace TwcBridge.Config;

/// <summary>
/// Which of two slots to believe and which to write next. Only the one that is not in force is
/// ever written, so that power may be cut at any byte: until the new record is whole, the old one
/// stands.
/// </summary>
public sealed class SlotPair
{
    public const int Count = 2;

    /// <summary>Instead of a slot: neither holds a record.</summary>
    public const int None = -1;

    /// <summary>The slot in force, or None: then the defaults are.</summary>
    public int Newest = None;

    private uint _sequence;

    /// <summary>The slot that the next record goes to.</summary>
    public int NextSlot => Newest == 0 ? 1 : 0;

    /// <summary>What the next record is sealed with.</summary>
    public uint NextSequence => _sequence + 1;

    /// <summary>A slot has been read. A broken or missing one changes nothing.</summary>
    public void OnRead(int slot, byte[] record, int length)
    {
        if (!SlotRecord.IsWhole(record, length))
        {
            return;
        }
        uint sequence = SlotRecord.Sequence(record);
        if (Newest == None || IsNewer(sequence, _sequence))
        {
            Newest = slot;
            _sequence = sequence;
        }
    }

    /// <summary>The next record has been written as a whole.</summary>
    public void OnWritten()
    {
        Newest = NextSlot;
        _sequence++;
    }

    // Right also when the number has begun anew.
    private static bool IsNewer(uint sequence, uint than)
    {
        return (int)(sequence - than) > 0;
    }
}
