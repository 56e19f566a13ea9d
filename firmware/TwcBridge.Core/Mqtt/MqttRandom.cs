namespace TwcBridge.Mqtt;

/// <summary>Chance for waits, so that many boxes do not act in the same instant. The same seed
/// gives the same numbers.</summary>
public sealed class MqttRandom
{
    private const uint SeedInsteadOfZero = 0x9E3779B9;  // The generator below would stay at 0.

    private uint _state;

    public MqttRandom(uint seed)
    {
        _state = seed == 0 ? SeedInsteadOfZero : seed;
    }

    /// <summary>0..<paramref name="bound"/>-1.</summary>
    public int Next(int bound)
    {
        // Marsaglia's xorshift with 13, 17, 5.
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)bound);
    }
}
