using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>The commands after which nothing but the settings keeps anybody from charging.
/// </summary>
internal sealed class LastWord
{
    private const int WholeAmp = 100;

    private readonly ProvingWorld _world;
    private readonly Dice _dice;

    public LastWord(ProvingWorld world, Dice dice)
    {
        _world = world;
        _dice = dice;
    }

    public void Post()
    {
        _world.Mail.Clear();
        Post(CommandKind.SetEnabled, Command.WholeSite);
        Post(CommandKind.SetMode, Command.WholeSite);
        Post(_dice.Below(2) == 0 ? CommandKind.ReleaseAmps : CommandKind.SetAmps,
            Command.WholeSite);
        foreach (ConnectorWatch connector in _world.Connectors)
        {
            Post(CommandKind.SetEnabled, connector.Truth.Id);
            Post(CommandKind.ReleaseAmps, connector.Truth.Id);
        }
        Post(CommandKind.EndBoost, Command.WholeSite);      // Last: nobody is off in between.
    }

    private void Post(CommandKind kind, int id)
    {
        Command command = new()
        {
            Kind = kind,
            PeripheralId = id,
            Centiamps = _dice.Between(6, 80) * WholeAmp,
            TtlMs = Command.NoExpiry,
            Enabled = true,
            ClampToCeiling = true,
        };
        _world.Note(CommandText.Describe(command));
        _world.Mail.Post(command, _world.NowUs);
    }
}
