namespace TwcBridge.Simulator;

/// <summary>
/// Chance from a seed (SplitMix64). Whole numbers only, so that a seed means the same on every
/// machine. Every unit has dice of its own: adding a unit does not change what happens to the
/// others.
/// </summary>
public sealed class Dice
{
    private ulong _state;

    public Dice(long seed, long stream)
    {
        _state = (ulong)seed;
        _state = Next() + (ulong)stream;
        Next();
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound)
    {
        return (int)(((Next() >> 32) * (ulong)bound) >> 32);
    }

    /// <summary>Both ends included.</summary>
    public int Between(int lowest, int highest)
    {
        return lowest + Below(highest - lowest + 1);
    }

    public byte Byte()
    {
        return (byte)(Next() >> 56);
    }

    /// <summary>
    /// The wait until the next of events that come <paramref name="count"/> times in every
    /// <paramref name="span"/>; never if there are none.
    /// </summary>
    public long Wait(double count, double span)
    {
        if (count <= 0)
        {
            return Micros.Never;
        }
        // Uniform over twice the mean: no logarithm, which would differ between machines.
        double mean = span / count;
        return 1 + (long)(2 * mean * ((Next() >> 11) * (1.0 / (1UL << 53))));
    }
}
