namespace TwcBridge.UnitTests.Wire;

/// <summary>The same numbers for the same seed, on the desktop and on the device.</summary>
internal sealed class SeededRandom
{
    private uint _state;

    public SeededRandom(int seed)
    {
        _state = (uint)seed;
    }

    /// <summary>0 to below - 1, for at most 65536.</summary>
    public int Next(int below)
    {
        _state = _state * 1664525 + 1013904223;
        return (int)((_state >> 16) * (uint)below >> 16);
    }

    public int Between(int least, int most)
    {
        return least + Next(most - least + 1);
    }

    public bool OneIn(int chances)
    {
        return Next(chances) == 0;
    }

    /// <summary>A byte that often is one of those with a meaning on the wire.</summary>
    public byte AwkwardByte()
    {
        switch (Next(8))
        {
            case 0:
                return 0xC0;
            case 1:
                return 0xDB;
            case 2:
                return (byte)Between(0xDC, 0xDD);
            case 3:
                return 0;
            default:
                return (byte)Next(256);
        }
    }
}
