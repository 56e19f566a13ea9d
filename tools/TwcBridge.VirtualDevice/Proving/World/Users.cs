using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>Users and programs that send commands, sensible and not.</summary>
internal sealed class Users : Actor
{
    private const int WholeAmp = 100;
    private const int FloodPercent = 2;
    private const int MostAtOnce = 20;
    private const int MinuteMs = 60_000;
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
        for (int left = IsChance(FloodPercent) ? MostAtOnce : 1; left > 0; left--)
        {
            Compose();
            World.Network.Carry(_command);
        }
    }

    private void Compose()
    {
        _command.Ticket = ++_ticket;
        _command.PeripheralId = IsChance(50) ? Command.WholeSite : SomeId();
        _command.Kind = SomeKind();
        _command.Centiamps = SomeAmount();
        _command.TtlMs = SomeLife();
        _command.Enabled = IsChance(65);
        _command.Mode = Pick(SiteMode.Auto, SiteMode.Auto, SiteMode.Manual, SiteMode.Off);
        _command.Priority = Dice.Between(0, Command.MostPriority);
        _command.ClampToCeiling = IsChance(50);
        FitToKind();
    }

    private CommandKind SomeKind()
    {
        return Dice.Below(20) switch
        {
            0 => CommandKind.SetBoost,
            1 => CommandKind.EndBoost,
            2 => CommandKind.SetMode,
            3 => CommandKind.SetPriority,
            4 or 5 or 6 => CommandKind.ReleaseAmps,
            7 or 8 or 9 => CommandKind.SetEnabled,
            _ => CommandKind.SetAmps,
        };
    }

    // Boost and mode are the whole site's, and a priority is not. A boost of 0 is the end of one.
    private void FitToKind()
    {
        bool isEnd = _command.Kind == CommandKind.SetBoost && _command.Centiamps == 0;
        _command.Kind = isEnd ? CommandKind.EndBoost : _command.Kind;
        bool isSites = _command.Kind
            is CommandKind.SetBoost or CommandKind.EndBoost or CommandKind.SetMode;
        _command.PeripheralId = isSites ? Command.WholeSite
            : _command.Kind == CommandKind.SetPriority ? SomeId()
            : _command.PeripheralId;
        _command.TtlMs = _command.Kind == CommandKind.SetBoost
            ? Dice.Between(1, 90) * MinuteMs
            : _command.TtlMs;
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
