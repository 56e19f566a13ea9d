using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// What lies between users and the box: it loses, doubles and delays commands, and now and then it
/// is down as a whole. Then what is on its way is lost or held, as by a broker that keeps it, and
/// comes late and all at once.
/// </summary>
internal sealed class Network : Actor
{
    private const int LostPercent = 5;
    private const int DoubledPercent = 10;
    private const int LatePercent = 20;
    private const int HeldPercent = 50;
    private const long LatestUs = 30 * Micros.PerSecond;
    private const long ShortestOutageUs = Micros.PerSecond;
    private const long LongestOutageUs = 1200 * Micros.PerSecond;
    private const long BurstUs = 200 * Micros.PerMs;
    private const long ShortestPauseUs = 10 * Micros.PerSecond;

    private readonly long _longestPauseUs;
    private long _downUntilUs;

    public Network(ProvingWorld world, int stream)
        : base(world, stream)
    {
        _longestPauseUs = Pick(600L, 3600, 36_000) * Micros.PerSecond;
        Plan();
    }

    private bool IsDown => World.NowUs < _downUntilUs;

    /// <summary>It does not fail again before the next trouble.</summary>
    public void Mend()
    {
        _downUntilUs = 0;
    }

    public void Carry(Command command)
    {
        if (IsDown || IsChance(LostPercent))
        {
            CarryOverOutage(command);
            return;
        }
        Post(command, IsChance(LatePercent) ? Between(0, LatestUs) : 0);
        if (IsChance(DoubledPercent))
        {
            Post(command, Between(0, LatestUs));
        }
    }

    public override void Act()
    {
        Plan();
        if (!World.IsTroubled)
        {
            return;
        }
        long outageUs = Between(ShortestOutageUs, LongestOutageUs);
        _downUntilUs = World.NowUs + outageUs;
        World.Note($"the network is down for {outageUs / Micros.PerMs} ms");
        for (int i = 0; i < Mail.Capacity; i++)
        {
            World.Mail.Delay(i, IsChance(HeldPercent) ? AfterOutageUs() : Micros.Never);
        }
    }

    private void CarryOverOutage(Command command)
    {
        if (IsDown && IsChance(HeldPercent))
        {
            Post(command, AfterOutageUs() - World.NowUs);
            return;
        }
        World.Note($"lost on its way: {CommandText.Describe(command)}");
    }

    private long AfterOutageUs()
    {
        return _downUntilUs + Between(0, BurstUs);
    }

    private void Post(Command command, long delayUs)
    {
        World.Note($"posted, {delayUs / Micros.PerMs} ms on its way: "
            + CommandText.Describe(command));
        World.Mail.Post(command, World.NowUs + delayUs);
    }

    private void Plan()
    {
        NextUs = World.NowUs + Between(ShortestPauseUs, _longestPauseUs);
    }
}
