namespace TwcBridge.Config;

/// <summary>
/// What a slot of the flash holds: some bytes, and enough around them to know whether they are
/// whole and how new they are.
/// <code>
///   0       4           8        10            10+n      14+n
///   | mark  | sequence  | length | payload ... | CRC-32  |      numbers big-endian
/// </code>
/// The CRC is over everything before it. A write that was cut at any byte does not check.
/// </summary>
public static class SlotRecord
{
    public const int PayloadOffset = 10;
    public const int MaxPayloadLength = 2048;

    /// <summary>Of a record, beside its payload.</summary>
    public const int FrameLength = PayloadOffset + CrcLength;

    /// <summary>A buffer of this size takes any record.</summary>
    public const int MaxLength = FrameLength + MaxPayloadLength;

    private const int SequenceOffset = 4;
    private const int LengthOffset = 8;
    private const int CrcLength = 4;

    // "TWB1": a change of this layout changes the digit.
    private const uint Mark = 0x54574231;

    /// <summary>Makes a record of the payload that the caller has put at PayloadOffset.</summary>
    /// <returns>Bytes of the record.</returns>
    public static int Seal(byte[] record, int payloadLength, uint sequence)
    {
        Write(record, 0, Mark);
        Write(record, SequenceOffset, sequence);
        record[LengthOffset] = (byte)(payloadLength >> 8);
        record[LengthOffset + 1] = (byte)payloadLength;
        int crcOffset = PayloadOffset + payloadLength;
        Write(record, crcOffset, Crc32.Of(record, crcOffset));
        return crcOffset + CrcLength;
    }

    /// <summary>Whether the bytes 0..length-1 are a record and nothing else.</summary>
    public static bool IsWhole(byte[] record, int length)
    {
        if (length < FrameLength || Read(record, 0) != Mark)
        {
            return false;
        }
        int crcOffset = PayloadOffset + PayloadLength(record);
        return crcOffset + CrcLength == length
            && Read(record, crcOffset) == Crc32.Of(record, crcOffset);
    }

    /// <summary>Of a whole record.</summary>
    public static uint Sequence(byte[] record)
    {
        return Read(record, SequenceOffset);
    }

    /// <summary>Of a whole record.</summary>
    public static int PayloadLength(byte[] record)
    {
        return (record[LengthOffset] << 8) | record[LengthOffset + 1];
    }

    private static void Write(byte[] record, int offset, uint value)
    {
        record[offset] = (byte)(value >> 24);
        record[offset + 1] = (byte)(value >> 16);
        record[offset + 2] = (byte)(value >> 8);
        record[offset + 3] = (byte)value;
    }

    private static uint Read(byte[] record, int offset)
    {
        return ((uint)record[offset] << 24) | ((uint)record[offset + 1] << 16)
            | ((uint)record[offset + 2] << 8) | record[offset + 3];
    }
}
