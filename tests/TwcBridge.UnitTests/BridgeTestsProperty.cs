using TwcBridge.Charging;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests;

/// <summary>
/// The whole core against scripted peripherals, seed by seed: whatever is commanded, lost, reset or
/// spoilt, the sum of what is offered and held never passes the site limit (PROTOCOL 6 rule 2).
/// </summary>
[TestClass]
public class BridgeTestsProperty
{
    private const int Seeds = 150;
    private const long EndMs = 1500000;
    private const int LongestPauseMs = 40000;

    private readonly Command _command = new Command();
    private readonly CommandResult _result = new CommandResult();
    private Dice _dice;
    private FakePeripheral[] _fakes;
    private BridgeTurns _turns;
    private FakeBus _bus;

    [TestMethod]
    public void The_sum_of_offers_and_limits_never_passes_the_site_limit()
    {
        long used = 0;
        for (int seed = 1; seed <= Seeds; seed++)
        {
            used += Run(seed);
        }
        Assert.IsTrue(used > Seeds * 60, "the limits were hardly reached: " + used);
    }

    // Answers how much of the site limit was used at most, in percent.
    private long Run(int seed)
    {
        _dice = new Dice(seed);
        BridgeOptions options = Options();
        _fakes = Fakes(seed, options.Bus.MaxPeripherals);
        SafetyWatch watch = new SafetyWatch(_fakes, options) { Name = "seed " + seed };
        _turns = new BridgeTurns(options, 0);
        _bus = new FakeBus(_turns, _fakes, watch, 0);
        while (_bus.NowMs < EndMs)
        {
            Disturb();
            _bus.Run(_bus.NowMs + _dice.Between(1, LongestPauseMs));
        }
        Assert.AreEqual(0L, _turns.Bridge.Bus.Transmitter.RefusedCount, watch.Name);
        Assert.AreEqual(0L, _turns.Bridge.Bus.Transmitter.ClampedCount, watch.Name);
        return watch.HighestCentiamps * 100L / options.Charging.SiteLimitCentiamps;
    }

    private BridgeOptions Options()
    {
        BridgeOptions options = new BridgeOptions();
        options.Bus.MaxPeripherals = _dice.Percent(70) ? 3 : 8;
        options.Charging.SiteLimitCentiamps = _dice.Between(600, 8000);
        options.Charging.ConnectorLimitCentiamps = _dice.Between(600, 3200);
        options.Charging.FailsafeCentiamps = 100 * _dice.Between(0, 16);
        options.Charging.DefaultCentiamps = _dice.Percent(50)
            ? ChargingOptions.NoDefault
            : _dice.Between(0, 8000);
        options.Charging.StopMode = (StopMode)_dice.Between(0, (int)StopMode.Silence);
        return options;
    }

    private FakePeripheral[] Fakes(int seed, int most)
    {
        FakePeripheral[] fakes = new FakePeripheral[_dice.Between(1, most + 1)];
        for (int i = 0; i < fakes.Length; i++)
        {
            fakes[i] = new FakePeripheral(0xC0DB + i, _dice.Percent(30) ? 1 : 2, seed, 0)
            {
                LeastDelayMs = 5,
                MostDelayMs = _dice.Between(20, 160),
                RatingCentiamps = _dice.Percent(70) ? 3200 : 1600,
            };
            fakes[i].Charger.HasCar = _dice.Percent(60);
            fakes[i].Charger.CarCentiamps = 100 * _dice.Between(6, 40);
        }
        return fakes;
    }

    private void Disturb()
    {
        FakePeripheral fake = _fakes[_dice.Between(0, _fakes.Length - 1)];
        switch (_dice.Between(0, 11))
        {
            case 0:
                fake.Charger.HasCar = !fake.Charger.HasCar;
                break;
            case 1:
                fake.Charger.WantsCurrent = !fake.Charger.WantsCurrent;
                break;
            case 2:
                fake.DeafPercent = _dice.Percent(50) ? 0 : _dice.Between(1, 100);
                break;
            case 3:
                fake.MutePercent = _dice.Percent(50) ? 0 : _dice.Between(1, 100);
                break;
            case 4 when fake.IsOff:
                fake.IsOff = false;
                fake.Reset(_bus.NowMs);
                break;
            case 4:
                fake.IsOff = true;
                break;
            case 5:
                fake.Reset(_bus.NowMs);
                break;
            case 6 when _dice.Percent(20):
                _bus.Intrude("FBE0 2222 3333 05 0C80 /16");
                break;
            default:
                Order(_dice.Percent(40) ? Command.WholeSite : fake.Id);
                break;
        }
    }

    private void Order(int id)
    {
        _command.Kind = (CommandKind)_dice.Between(0, (int)CommandKind.SetEnabled);
        _command.PeripheralId = id;
        _command.Centiamps = _dice.Percent(20) ? 0 : _dice.Between(500, 8000);
        _command.TtlMs = _dice.Percent(30) ? 0 : _dice.Between(1000, 300000);
        _command.ClampToCeiling = _dice.Percent(80);
        _command.Enabled = _dice.Percent(70);
        _turns.Bridge.OnCommand(_command, _result, _bus.NowMs);
    }
}
