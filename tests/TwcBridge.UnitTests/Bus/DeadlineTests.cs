using TwcBridge.Bus;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

/// <summary>NextDueAtMs is early enough to miss nothing and late enough to let others work.
/// </summary>
[TestClass]
public class DeadlineTests
{
    private const long EndMs = 100000;

    [TestMethod]
    public void Sends_the_same_at_the_same_time_whether_asked_every_millisecond_or_when_due()
    {
        for (int seed = 1; seed <= 12; seed++)
        {
            SentLog ticking = Run(seed, true, out _);
            SentLog jumping = Run(seed, false, out long idleTurns);
            Assert.AreEqual("", ticking.DifferenceTo(jumping), "seed " + seed);
            long perSecond = idleTurns * 1000 / EndMs;
            Assert.IsTrue(perSecond <= 12 * (1 + seed % 8), "seed " + seed + ": " + perSecond);
        }
    }

    private static SentLog Run(int seed, bool isTicking, out long idleTurns)
    {
        FakePeripheral[] fakes = new FakePeripheral[1 + seed % 8];
        for (int i = 0; i < fakes.Length; i++)
        {
            fakes[i] = new FakePeripheral(0x1001 + 0x101 * i, 1 + i % 2, seed, 0)
            {
                MostDelayMs = 20 * (1 + seed % 7),
                MutePercent = seed % 3 == 0 ? 20 : 0,
            };
            fakes[i].Charger.HasCar = i % 2 == 0;
        }
        BusOptions options = new BusOptions { MaxPeripherals = 8 };
        SentLog log = new SentLog();
        FakeBus bus = new FakeBus(new EngineTurns(options, 600, 0), fakes, log, 0);
        bus.IsTicking = isTicking;
        bus.Run(EndMs / 2);
        fakes[0].IsOff = seed % 2 == 0;
        bus.Run(EndMs);
        idleTurns = bus.IdleTurnCount;
        return log;
    }
}
