using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>What happens to the box itself: reboots at any instant, a loop that is held up, an
/// adapter that takes nothing, a takeover order by mistake.</summary>
internal sealed class Mishaps : Actor
{
    private const int MostFramesToLive = 12;
    private const long ShortestPauseUs = 10 * Micros.PerMs;
    private const long LongestStallUs = 800 * Micros.PerMs;
    private const long LongestDownUs = 20 * Micros.PerSecond;

    private readonly long _longestPauseUs;
    private readonly int _rebootPercent;
    private long _bootsUs = Micros.Never;

    public Mishaps(ProvingWorld world, int stream)
        : base(world, stream)
    {
        _longestPauseUs = Pick(30L, 300, 3600) * Micros.PerSecond;
        _rebootPercent = Pick(0, 5, 20, 60);
        Plan();
    }

    /// <summary>The box went down in the middle of a frame.</summary>
    public void OnDied()
    {
        GoDown();
    }

    public override void Act()
    {
        if (World.NowUs >= _bootsUs)
        {
            _bootsUs = Micros.Never;
            World.Boot(IsChance(30) || World.Settings.Passive, SomeUptimeMs());
            ChooseStyle();
            Plan();
            return;
        }
        Plan();
        if (!World.IsTroubled)
        {
            return;
        }
        if (IsChance(_rebootPercent))
        {
            Fail();
            return;
        }
        Befall();
    }

    // At any instant, or with the next frames: in the middle of one, or right behind it.
    private void Fail()
    {
        if (IsChance(50))
        {
            GoDown();
        }
        else
        {
            World.Note("the power is about to fail");
            World.Box.DieWithFrame(Dice.Between(1, MostFramesToLive));
        }
    }

    private void GoDown()
    {
        World.GoDown();
        _bootsUs = World.NowUs + (IsChance(50)
            ? Between(Micros.PerMs, Micros.PerSecond)
            : Between(Micros.PerSecond, LongestDownUs));
        NextUs = _bootsUs;
    }

    private void Befall()
    {
        switch (Dice.Below(4))
        {
            case 0:
                World.TakeOver();
                break;
            case 1:
                World.Box.RefusedFrames = Pick(0, 0, 2, 20);
                break;
            case 2:
                ChooseStyle();
                break;
            default:
                World.Stall(Between(50 * Micros.PerMs, LongestStallUs), IsChance(30));
                break;
        }
    }

    // Young where the board has just started; where only the bridge did, a number of 31 or 32 bits
    // may be about to run over.
    private long SomeUptimeMs()
    {
        return Pick(0L, 0, 0, int.MaxValue, uint.MaxValue) switch
        {
            0 => Dice.Between(0, 3000),
            long edge => edge - Dice.Between(0, 3_600_000),
        };
    }

    // Every millisecond counts a hundred times as much of ours as an event does.
    private void ChooseStyle()
    {
        World.Box.Style = Dice.Below(40) switch
        {
            0 => TurnStyle.Polling,
            1 => TurnStyle.Irregular,
            _ => TurnStyle.Events,
        };
    }

    private void Plan()
    {
        NextUs = World.NowUs + Between(ShortestPauseUs, _longestPauseUs);
    }
}
