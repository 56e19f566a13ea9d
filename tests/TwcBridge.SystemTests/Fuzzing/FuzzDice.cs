namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>Fast chance that a seed and the number of a case repeat exactly (xorshift, 64 bits).
/// </summary>
internal sealed class FuzzDice
{
    private ulong _state;

    public void Restart(long seed, long caseNumber)
    {
        _state = ((ulong)seed * 0x9E3779B97F4A7C15ul) ^ ((ulong)caseNumber * 0xD1B54A32D192ED03ul);
        _state = _state == 0 ? 1 : _state;
        for (int i = 0; i < 4; i++)
        {
            Roll();
        }
    }

    /// <summary>0..below - 1.</summary>
    public int Next(int below)
    {
        return (int)((Roll() >> 33) % (uint)below);
    }

    /// <summary>Both included.</summary>
    public int Between(int least, int most)
    {
        return least + Next(most - least + 1);
    }

    public bool OneIn(int chances)
    {
        return Next(chances) == 0;
    }

    public byte Byte()
    {
        return (byte)(Roll() >> 40);
    }

    public T Of<T>(T[] choices)
    {
        return choices[Next(choices.Length)];
    }

    private ulong Roll()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return _state;
    }
}
