namespace TwcBridge.Control;

/// <summary>
/// A cursor over one fixed buffer for text that goes to the network. What does not fit is dropped
/// and <see cref="Overflowed"/> tells so: a message is sent whole or not at all. Nothing here
/// allocates after the constructor.
/// </summary>
public sealed class ByteWriter
{
    /// <summary>Bytes 0..<see cref="Length"/>-1 are written. Owned by this writer.</summary>
    public readonly byte[] Buffer;

    public int Length;
    public bool Overflowed;

    public ByteWriter(int capacity)
    {
        Buffer = new byte[capacity];
    }

    public void Clear()
    {
        Length = 0;
        Overflowed = false;
    }

    /// <summary>Goes on behind the first <paramref name="length"/> bytes of the buffer, whatever
    /// stands there.</summary>
    public void MoveTo(int length)
    {
        Length = length;
    }

    public void Byte(int value)
    {
        if (Length == Buffer.Length)
        {
            Overflowed = true;
            return;
        }
        Buffer[Length++] = (byte)value;
    }

    /// <summary>Text of ours, ASCII only.</summary>
    public void Ascii(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            Byte(text[i]);
        }
    }

    public void Bytes(byte[] source, int offset, int length)
    {
        if (length > Buffer.Length - Length)
        {
            Overflowed = true;
            return;
        }
        System.Array.Copy(source, offset, Buffer, Length, length);
        Length += length;
    }

    /// <summary>A whole number in decimal.</summary>
    public void Number(long value)
    {
        Decimal(value, 0);
    }

    /// <summary>A number of 10^-decimals units, decimals 0..18: Decimal(1305, 2) writes 13.05.
    /// </summary>
    public void Decimal(long value, int decimals)
    {
        if (value < 0)
        {
            Byte('-');
        }
        // Unsigned, because the lowest long has no positive twin.
        ulong rest = value < 0 ? 0 - (ulong)value : (ulong)value;
        ulong unit = 1;
        int count = 1;
        while (count <= decimals || rest / unit >= 10)
        {
            unit *= 10;
            count++;
        }
        while (count > 0)
        {
            Byte('0' + (int)(rest / unit % 10));
            unit /= 10;
            count--;
            if (count == decimals && count != 0)
            {
                Byte('.');
            }
        }
    }

    /// <summary>An amount in 0.01 A, written in amps with one decimal, or two where it needs them:
    /// 13.0, 12.85. A reader sees at once that it is a number with a fraction.</summary>
    public void Amps(int centiamps)
    {
        bool tenths = centiamps % 10 == 0;
        Decimal(
            tenths ? centiamps / 10 : centiamps,
            tenths ? Centiamps.Decimals - 1 : Centiamps.Decimals);
    }

    /// <summary>Lower-case hex with leading zeros.</summary>
    public void Hex(int value, int digits)
    {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        {
            int nibble = (value >> shift) & 0xF;
            Byte(nibble < 10 ? '0' + nibble : 'a' + nibble - 10);
        }
    }

    /// <summary>Bytes as lower-case hex, two digits each.</summary>
    public void Hex(byte[] source, int offset, int length)
    {
        for (int i = offset; i < offset + length; i++)
        {
            Hex(source[i], 2);
        }
    }
}
