using TwcBridge.Bus;

namespace TwcBridge.SystemTests.Docs;

/// <summary>RivalMonitor, in a box that may speak and in one that may not.</summary>
internal sealed class RoleWalk : Walk
{
    private const string Stranger = "another controller's frame";
    private const string Deadline = "deadline";
    private const string TakeOver = "told that the other is gone";

    private RivalMonitor _monitor = new(false, 0);

    public RoleWalk(int seed)
        : base(
            ["Listening", "Controlling", "StandingDown", "Passive"],
            [Stranger, Deadline, TakeOver],
            seed)
    {
    }

    protected override string State => _monitor.Role.ToString();

    protected override void Begin()
    {
        _monitor = new RivalMonitor(passive: Dice.Next(4) == 0, NowMs);
    }

    protected override bool TryTell(string fact)
    {
        switch (fact)
        {
            case Stranger:
                _monitor.OnStranger(0x2222, NowMs);
                return true;
            case TakeOver:
                _monitor.OnTakeOver(NowMs);
                return true;
            default:
                if (_monitor.DueAtMs == Timing.Never)
                {
                    return false;
                }
                PassTo(_monitor.DueAtMs);
                _monitor.OnTime(NowMs);
                return true;
        }
    }
}
