using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Support;

/// <summary>
/// PROTOCOL 6, rules 1 and 2, seen from outside: every frame that is sent, and after every step the
/// sum of what each peripheral has been offered or holds. It knows nothing of the core.
/// </summary>
internal sealed class SafetyWatch : BusWatch
{
    private const int Amp = 100;

    private readonly FakePeripheral[] _fakes;
    private readonly int _siteCentiamps;
    private readonly int _connectorCentiamps;
    private readonly bool _contactorOrders;

    public SafetyWatch(FakePeripheral[] fakes, BridgeOptions options)
    {
        _fakes = fakes;
        _siteCentiamps = options.Charging.SiteLimitCentiamps;
        _connectorCentiamps = options.Charging.ConnectorLimitCentiamps;
        _contactorOrders = options.Charging.StopMode == StopMode.Contactor;
    }

    public string Name { get; set; } = "";

    /// <summary>The highest sum that was seen.</summary>
    public int HighestCentiamps { get; private set; }

    public override void OnSent(byte[] body, int length, long nowMs)
    {
        int kind = FrameText.Word(body, 0);
        Expect(IsListed(kind), "sends " + FrameText.Hex(body, length), nowMs);
        if (kind == 0xFBE0)
        {
            CheckHeartbeat(body, nowMs);
        }
    }

    public override void OnStep(long nowMs)
    {
        int sum = 0;
        foreach (FakePeripheral fake in _fakes)
        {
            int held = fake.Charger.HeldCentiamps;
            int offered = fake.OfferedCentiamps;
            sum += fake.IsOff ? 0 : held > offered ? held : offered;
        }
        HighestCentiamps = sum > HighestCentiamps ? sum : HighestCentiamps;
        Expect(sum <= _siteCentiamps, "sum " + sum + " of " + _siteCentiamps, nowMs);
    }

    private void CheckHeartbeat(byte[] body, long nowMs)
    {
        int command = body[6];
        int centiamps = FrameText.Word(body, 7);
        Expect(command == 0 || command == 5 || command == 8 || command == 9, "command", nowMs);
        if (command == 0 || centiamps == 0)
        {
            Expect(centiamps == 0, "amps without a command", nowMs);
            return;
        }
        FakePeripheral fake = Find(FrameText.Word(body, 4));
        Expect(centiamps % Amp == 0, "parts of an amp", nowMs);
        Expect(centiamps >= (fake.Protocol == 1 ? 500 : 600), "below the minimum", nowMs);
        Expect(centiamps <= fake.RatingCentiamps, "above the rating", nowMs);
        Expect(centiamps <= _connectorCentiamps, "above the connector's limit", nowMs);
        Expect(command != 9 || fake.Protocol == 2, "09 on protocol 1", nowMs);
    }

    private bool IsListed(int kind)
    {
        switch (kind)
        {
            case 0xFCE1:
            case 0xFBE2:
            case 0xFBE0:
            case 0xFBEB:
            case 0xFBEC:
            case 0xFBED:
            case 0xFBEE:
            case 0xFBEF:
            case 0xFBF1:
            case 0xFBB4:
                return true;
            default:
                return _contactorOrders && (kind == 0xFCB1 || kind == 0xFCB2);
        }
    }

    private FakePeripheral Find(int id)
    {
        FakePeripheral found = null;
        foreach (FakePeripheral fake in _fakes)
        {
            found = fake.Id == id ? fake : found;
        }
        Assert.IsTrue(found != null, Name + ": speaks to nobody");
        return found;
    }

    private void Expect(bool holds, string what, long nowMs)
    {
        if (!holds)
        {
            Assert.IsTrue(holds, Name + ": " + what + " at " + nowMs);
        }
    }
}
