using System;

namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>The bytes of one case, and the ways to spoil them. What does not fit is cut off.
/// </summary>
internal sealed class FuzzInput(int capacity)
{
    private const int LongestCopy = 64;

    private static readonly byte[] Awkward =
        [0, 1, 2, 0x7F, 0x80, 0xFF, 0xC0, 0xDB, 0xDC, 0xDD, .. "\r\n \t\"\\{}[]:,/?#0-+.9eE"u8];

    public byte[] Bytes { get; } = new byte[capacity];

    public int Length { get; private set; }

    public int Room => Bytes.Length - Length;

    public ReadOnlySpan<byte> Span => Bytes.AsSpan(0, Length);

    public void Clear()
    {
        Length = 0;
    }

    public void Add(byte value)
    {
        if (Length < Bytes.Length)
        {
            Bytes[Length++] = value;
        }
    }

    public void Add(ReadOnlySpan<byte> piece)
    {
        int count = Math.Min(piece.Length, Room);
        piece[..count].CopyTo(Bytes.AsSpan(Length));
        Length += count;
    }

    public void AddNoise(int count, FuzzDice dice)
    {
        for (int i = 0; i < count; i++)
        {
            Add(dice.OneIn(3) ? dice.Of(Awkward) : dice.Byte());
        }
    }

    /// <summary>Changes a few bytes, or a few stretches, of what was added since an offset.
    /// </summary>
    public void Spoil(int from, FuzzDice dice)
    {
        for (int left = dice.Between(1, 4); left > 0; left--)
        {
            if (Length <= from)
            {
                return;
            }
            SpoilOnce(from, dice);
        }
    }

    private void SpoilOnce(int from, FuzzDice dice)
    {
        int at = dice.Between(from, Length - 1);
        switch (dice.Next(7))
        {
            case 0:
                Bytes[at] ^= (byte)(1 << dice.Next(8));
                break;
            case 1:
                Bytes[at] = dice.Of(Awkward);
                break;
            case 2:
                Bytes[at] = dice.Byte();
                break;
            case 3:
                Insert(at, dice.Of(Awkward));
                break;
            case 4:
                Remove(at, dice.Between(1, Math.Min(8, Length - at)));
                break;
            case 5:
                Length = at + 1;
                break;
            default:
                Repeat(at, Math.Min(dice.Between(1, LongestCopy), Length - at));
                break;
        }
    }

    private void Insert(int at, byte value)
    {
        if (Room > 0)
        {
            Array.Copy(Bytes, at, Bytes, at + 1, Length - at);
            Bytes[at] = value;
            Length++;
        }
    }

    private void Remove(int at, int count)
    {
        Array.Copy(Bytes, at + count, Bytes, at, Length - at - count);
        Length -= count;
    }

    private void Repeat(int at, int count)
    {
        if (Room >= count)
        {
            Array.Copy(Bytes, at, Bytes, at + count, Length - at);
            Length += count;
        }
    }
}
