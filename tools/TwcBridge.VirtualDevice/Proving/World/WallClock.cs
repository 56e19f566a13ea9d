using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// The clock that tells the time of day. It is unset, is set late, and jumps to and fro. Nothing on
/// the bus may depend on it: a world in which it stands still has the same history.
/// </summary>
internal sealed class WallClock : Actor
{
    private const long FirstSeconds = 1_795_000_000;
    private const long EndOfThirtyOneBits = int.MaxValue;
    private const long ShortestPauseUs = Micros.PerMs;
    private const long LongestPauseUs = 6 * Micros.PerHour;
    private const int Minute = 60;
    private const int Hour = 3600;
    private const int Year = 31_557_600;

    private long _offsetSeconds;
    private bool _isSet;

    public WallClock(ProvingWorld world, int stream)
        : base(world, stream)
    {
        NextUs = Between(0, LongestPauseUs);
    }

    /// <summary>As the box knows it: 0 while it is unset.</summary>
    public long UnixSeconds => _isSet && !World.IsClockUnset
        ? (World.NowUs / Micros.PerSecond) + _offsetSeconds
        : 0;

    public override void Act()
    {
        NextUs = World.NowUs + Between(ShortestPauseUs, LongestPauseUs);
        _isSet = !IsChance(10);
        _offsetSeconds = IsChance(20)
            ? Pick(FirstSeconds, EndOfThirtyOneBits - Hour)
            : _offsetSeconds + Pick(1, Minute, Hour, Year) * Pick(-1, 1);
    }
}
