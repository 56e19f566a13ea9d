using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// Users and programs that send commands, sensible and not, over a network that loses, doubles and
/// delays them.
/// </summary>
internal sealed class Users : Actor
{
    private const int WholeAmp = 100;
    private const int LostPercent = 5;
    private const int DoubledPercent = 10;
    private const int LatePercent = 20;
    private const long LatestUs = 30 * Micros.PerSecond;
    private const long ShortestPauseUs = Micros.PerSecond;

    private readonly Command _command = new();
    private readonly long _longestPauseUs;
    private int _ticket;

    public Users(ProvingWorld world, int stream)
        : base(world, stream)
    {
        _longestPauseUs = Pick(5L, 60, 600, 3600) * Micros.PerSecond;
        Plan();
    }

    public override void Act()
    {
        Plan();
        if (!World.IsTroubled)
        {
            return;
        }
        Compose();
        if (IsChance(LostPercent))
        {
            World.Note($"lost on its way: {CommandText.Describe(_command)}");
            return;
        }
        Post(IsChance(LatePercent) ? Between(0, LatestUs) : 0);
        if (IsChance(DoubledPercent))
        {
            Post(Between(0, LatestUs));
        }
    }

    private void Post(long delayUs)
    {
        World.Note($"posted, {delayUs / Micros.PerMs} ms on its way: "
            + CommandText.Describe(_command));
        World.Mail.Post(_command, World.NowUs + delayUs);
    }

    private void Compose()
    {
        _command.Ticket = ++_ticket;
        _command.PeripheralId = IsChance(50) ? Command.WholeSite : SomeId();
        _command.Kind = Pick(
            CommandKind.SetAmps, CommandKind.SetAmps, CommandKind.SetAmps,
            CommandKind.ReleaseAmps, CommandKind.SetEnabled);
        _command.Centiamps = SomeAmount();
        _command.TtlMs = SomeLife();
        _command.Enabled = IsChance(65);
        _command.ClampToCeiling = IsChance(50);
    }

    private int SomeId()
    {
        return IsChance(3)
            ? Dice.Between(1, ushort.MaxValue)
            : World.Connectors[Dice.Below(World.Connectors.Length)].Truth.Id;
    }

    private int SomeAmount()
    {
        return Dice.Below(10) switch
        {
            0 => 0,
            1 => Dice.Between(1, 599),
            2 => Dice.Between(0, 20_000),
            3 => Dice.Between(600, 4000),
            _ => Dice.Between(6, 40) * WholeAmp,
        };
    }

    private int SomeLife()
    {
        return Dice.Below(10) switch
        {
            0 => Command.NoExpiry,
            1 => Dice.Between(-5, 1500),
            2 => Dice.Between(80_000_000, 90_000_000),
            3 => Command.DefaultTtl,
            _ => Dice.Between(1000, 600_000),
        };
    }

    private void Plan()
    {
        NextUs = World.NowUs + Between(ShortestPauseUs, _longestPauseUs);
    }
}
