using TwcBridge.Config;

namespace TwcBridge.Device;

/// <summary>Some bytes in two files, of which the newer whole one counts.</summary>
internal sealed class SlotFile
{
    private readonly SlotPair _slots = new SlotPair();
    private readonly string _name;
    private readonly byte[] _record;

    /// <param name="record">SlotRecord.FrameLength bytes, and what the longest payload takes, which
    /// passes through it, from SlotRecord.PayloadOffset on.</param>
    public SlotFile(string name, byte[] record)
    {
        _name = name;
        _record = record;
    }

    /// <summary>There is a record.</summary>
    public bool Exists => _slots.Newest != SlotPair.None;

    /// <returns>Bytes of the payload; 0 without a record.</returns>
    public int Load()
    {
        for (int slot = 0; slot < SlotPair.Count; slot++)
        {
            _slots.OnRead(slot, _record, FlashFile.Read(NameOf(slot), _record));
        }
        if (!Exists)
        {
            return 0;
        }
        int length = FlashFile.Read(NameOf(_slots.Newest), _record);
        return length == 0 ? 0 : SlotRecord.PayloadLength(_record);
    }

    /// <summary>Saves the payload that lies in the record.</summary>
    /// <returns>False when the flash did not take it: the older record stands.</returns>
    public bool TrySave(int payloadLength)
    {
        int length = SlotRecord.Seal(_record, payloadLength, _slots.NextSequence);
        if (!FlashFile.TryReplace(NameOf(_slots.NextSlot), _record, length))
        {
            return false;
        }
        _slots.OnWritten();
        return true;
    }

    /// <summary>Nothing is left of any record.</summary>
    public void Erase()
    {
        for (int slot = 0; slot < SlotPair.Count; slot++)
        {
            FlashFile.TryDelete(NameOf(slot));
        }
    }

    private string NameOf(int slot)
    {
        return slot == 0 ? _name + ".0" : _name + ".1";
    }
}
