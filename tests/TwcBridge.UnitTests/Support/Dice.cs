namespace TwcBridge.UnitTests.Support;

/// <summary>Chance that a seed repeats exactly, on the desktop and on the device (xorshift, 32
/// bits).</summary>
internal sealed class Dice
{
    private uint _state;

    public Dice(int seed)
    {
        _state = (uint)seed * 2654435761u + 88172645u;
        _state = _state == 0 ? 1u : _state;
        for (int i = 0; i < 8; i++)
        {
            Roll();
        }
    }

    /// <summary>least..most, both included.</summary>
    public int Between(int least, int most)
    {
        return least + (int)(Roll() % (uint)(most - least + 1));
    }

    public bool Percent(int chance)
    {
        return Between(1, 100) <= chance;
    }

    private uint Roll()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state;
    }
}
