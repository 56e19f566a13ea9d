using System;

namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>How the bytes of a case arrive, out of its first four bytes: in which chunks, and
/// whatever else is left to chance. A view of the case; nothing is copied.</summary>
internal sealed class Delivery
{
    public const int KeyLength = 4;

    private readonly FuzzDice _dice = new();
    private byte[] _bytes = [];
    private int _length;

    public FuzzDice Dice => _dice;

    /// <summary>Where the next chunk begins.</summary>
    public int Offset { get; private set; }

    public int Left => _length - Offset;

    public static void AddKey(FuzzInput input, FuzzDice dice)
    {
        for (int i = 0; i < KeyLength; i++)
        {
            input.Add(dice.Byte());
        }
    }

    public void Restart(byte[] bytes, int length)
    {
        int key = 0;
        for (int i = 0; i < KeyLength && i < length; i++)
        {
            key = (key << 8) | bytes[i];
        }
        _dice.Restart(key, 0);
        _bytes = bytes;
        _length = length;
        Offset = Math.Min(KeyLength, length);
    }

    /// <summary>Nobody wants the next bytes.</summary>
    public void Skip(int count)
    {
        Offset += Math.Min(count, Left);
    }

    /// <summary>Copies the next bytes into a buffer, up to as many as it says.</summary>
    /// <returns>How many; 0 at the end.</returns>
    public int Take(byte[] into, int most)
    {
        int count = Math.Min(Math.Min(most, into.Length), Left);
        Array.Copy(_bytes, Offset, into, 0, count);
        Offset += count;
        return count;
    }
}
