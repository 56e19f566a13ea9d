using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Support;

/// <summary>The whole core, scripted peripherals with a car each, and the watch over both. Amounts
/// in whole amps.</summary>
internal sealed class BridgeRig
{
    public const int Site = -1;
    public const int Forever = 0;

    private const int Amp = 100;

    private readonly Command _command = new Command();
    private BridgeTurns _turns;

    /// <param name="protocols">One peripheral for each, ids 1000, 1001 and so on.</param>
    public BridgeRig(int siteAmps, StopMode mode, params int[] protocols)
    {
        Options.Charging.SiteLimitCentiamps = Amp * siteAmps;
        Options.Charging.StopMode = mode;
        Options.Bus.MaxPeripherals = protocols.Length;
        Fakes = new FakePeripheral[protocols.Length];
        for (int i = 0; i < protocols.Length; i++)
        {
            Fakes[i] = new FakePeripheral(0x1000 + i, protocols[i], 1, 0);
            Fakes[i].Charger.HasCar = true;
        }
        Watch = new SafetyWatch(Fakes, Options);
        _turns = new BridgeTurns(Options, 0);
        Bus = new FakeBus(_turns, Fakes, Watch, 0);
    }

    public BridgeOptions Options { get; } = new BridgeOptions();

    public FakePeripheral[] Fakes { get; }

    public SafetyWatch Watch { get; }

    public FakeBus Bus { get; }

    public Bridge Bridge => _turns.Bridge;

    public CommandResult Result { get; } = new CommandResult();

    public long NowMs => Bus.NowMs;

    /// <summary>What each peripheral was last told or holds, in amps.</summary>
    public string Told
    {
        get
        {
            string text = "";
            foreach (FakePeripheral fake in Fakes)
            {
                text += (text == "" ? "" : " ") + fake.OfferedCentiamps / Amp;
            }
            return text;
        }
    }

    public void Pass(int seconds)
    {
        Bus.Run(NowMs + 1000L * seconds);
    }

    /// <param name="index">Of a peripheral, or Site.</param>
    /// <param name="ttlMs">Life of the claim, or Forever.</param>
    public void SetAmps(int index, int amps, int ttlMs)
    {
        _command.Kind = CommandKind.SetAmps;
        _command.Centiamps = Amp * amps;
        _command.TtlMs = ttlMs;
        Execute(index);
    }

    public void SetEnabled(int index, bool enabled)
    {
        _command.Kind = CommandKind.SetEnabled;
        _command.Enabled = enabled;
        Execute(index);
    }

    /// <summary>The box loses power and comes back a moment later, knowing nothing.</summary>
    public void Restart()
    {
        _turns = new BridgeTurns(Options, NowMs);
        Bus.Replace(_turns);
    }

    /// <summary>The last line of defence was never needed.</summary>
    public void CheckNothingWasCut()
    {
        Assert.AreEqual(0L, Bridge.Bus.Transmitter.ClampedCount, "offers cut");
        Assert.AreEqual(0L, Bridge.Bus.Transmitter.RefusedCount, "frames refused");
    }

    private void Execute(int index)
    {
        _command.PeripheralId = index == Site ? Command.WholeSite : Fakes[index].Id;
        Bridge.OnCommand(_command, Result, NowMs);
    }
}
