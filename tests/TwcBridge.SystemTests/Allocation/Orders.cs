using TwcBridge.Charging;
using TwcBridge.Loops;

namespace TwcBridge.SystemTests.Allocation;

/// <summary>A user who orders something every few seconds: all that can be ordered, and some that
/// is refused. The same orders at the same times in every run.</summary>
internal sealed class Orders
{
    private const int IntervalMs = 3700;
    private const int NobodysId = 0x0BAD;

    private static readonly Command[] All =
    [
        Amps(Command.WholeSite, 3200),
        Amps(BusyHour.IdOf(0), 1200),
        Amps(BusyHour.IdOf(1), 0),
        Amps(BusyHour.IdOf(2), 9900),
        Amps(NobodysId, 1200),
        new() { Kind = CommandKind.SetEnabled, Enabled = false },
        new() { Kind = CommandKind.SetAmps, Centiamps = 1000, TtlMs = 1 },
        new() { Kind = CommandKind.SetEnabled, Enabled = true },
        Amps(Command.WholeSite, 600),
        new() { Kind = CommandKind.ReleaseAmps, PeripheralId = BusyHour.IdOf(0) },
        new() { Kind = CommandKind.ReleaseAmps, PeripheralId = BusyHour.IdOf(1) },
        new() { Kind = CommandKind.ReleaseAmps },
    ];

    private readonly CommandMailbox _mailbox;
    private readonly CommandResult _result = new();
    private int _next;

    public Orders(CommandMailbox mailbox)
    {
        _mailbox = mailbox;
    }

    public int AppliedCount { get; private set; }

    public int RefusedCount { get; private set; }

    public void Turn(long nowMs)
    {
        while (_mailbox.TryTakeResult(_result))
        {
            AppliedCount += _result.Ok ? 1 : 0;
            RefusedCount += _result.Ok ? 0 : 1;
        }
        if (nowMs >= (_next + 1L) * IntervalMs)
        {
            _mailbox.TryPost(All[_next++ % All.Length], nowMs);
        }
    }

    private static Command Amps(int id, int centiamps)
    {
        return new Command
        {
            Kind = CommandKind.SetAmps,
            PeripheralId = id,
            Centiamps = centiamps,
            TtlMs = Command.DefaultTtl,
            ClampToCeiling = true,
        };
    }
}
