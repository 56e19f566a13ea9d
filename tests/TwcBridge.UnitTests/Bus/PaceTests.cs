using TwcBridge.Bus;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

/// <summary>
/// Heartbeats keep their pace whatever else is asked, for one to eight peripherals. Questions are
/// sent only where the slowest answer still ends before the next heartbeat is due.
/// </summary>
[TestClass]
public class PaceTests
{
    private const long LinkedByMs = 60000;
    private const long EndMs = 150000;
    private const int OfferCentiamps = 600;

    [TestMethod]
    [DataRow(1, 20, 1000)]
    [DataRow(1, 60, 1000)]
    [DataRow(1, 160, 1000)]
    [DataRow(2, 20, 1000)]
    [DataRow(2, 60, 1000)]
    [DataRow(2, 160, 1000)]
    [DataRow(3, 20, 1000)]
    [DataRow(3, 60, 1000)]
    [DataRow(3, 160, 1000)]
    [DataRow(4, 160, 1220)]
    [DataRow(8, 20, 2100)]
    [DataRow(8, 60, 2100)]
    [DataRow(8, 160, 2100)]
    [DataRow(3, 250, 1300)]
    [DataRow(8, 250, 2900)]
    public void Keeps_the_pace_with_steady_answers(int count, int delayMs, int intervalMs)
    {
        FakePeripheral[] fakes = Fakes(count, 1);
        foreach (FakePeripheral fake in fakes)
        {
            fake.LeastDelayMs = delayMs;
            fake.MostDelayMs = delayMs;
        }
        PaceWatch watch = Run(fakes, count + " with " + delayMs + " ms");
        Assert.AreEqual((long)intervalMs, watch.ShortestPauseMs);
        Assert.AreEqual((long)intervalMs, watch.LongestPauseMs);
        Assert.IsTrue(watch.QueryCount > 40, "questions " + watch.QueryCount);
    }

    [TestMethod]
    public void Keeps_the_pace_with_random_answers()
    {
        for (int seed = 1; seed <= 40; seed++)
        {
            Dice dice = new Dice(seed);
            FakePeripheral[] fakes = Fakes(1 + seed % 8, seed);
            foreach (FakePeripheral fake in fakes)
            {
                fake.LeastDelayMs = dice.Between(5, 60);
                fake.MostDelayMs = dice.Between(60, 160);
                fake.MutePercent = dice.Percent(30) ? 10 : 0;
            }
            PaceWatch watch = Run(fakes, "seed " + seed);
            Assert.IsTrue(watch.LongestPauseMs <= (fakes.Length < 4 ? 1250 : 2350),
                "seed " + seed + " paused " + watch.LongestPauseMs);
        }
    }

    [TestMethod]
    public void A_slow_answer_now_and_then_finds_its_place_free()
    {
        for (int count = 1; count <= 8; count += 2)
        {
            FakePeripheral[] fakes = Fakes(count, count);
            foreach (FakePeripheral fake in fakes)
            {
                fake.SlowPercent = 3;
            }
            EngineTurns turns = Engine();
            PaceWatch watch = new PaceWatch(turns.Engine.Roster)
            {
                Name = count + " fakes",
                FromMs = LinkedByMs,
            };
            FakeBus bus = new FakeBus(turns, fakes, watch, 0);
            bus.Run(LinkedByMs);
            long before = bus.CollisionCount;
            bus.Run(5 * EndMs);
            Assert.AreEqual(before, bus.CollisionCount, count + " fakes");
        }
    }

    [TestMethod]
    public void A_peripheral_that_is_silent_costs_the_others_nothing()
    {
        FakePeripheral[] fakes = Fakes(3, 7);
        EngineTurns turns = Engine();
        PaceWatch watch = new PaceWatch(turns.Engine.Roster) { FromMs = LinkedByMs };
        FakeBus bus = new FakeBus(turns, fakes, watch, 0);
        bus.Run(LinkedByMs);
        fakes[1].IsOff = true;
        bus.Run(LinkedByMs + 25000);
        Assert.AreEqual(1000L, watch.LongestPauseMs);
        Assert.AreEqual(7, turns.Engine.Roster.TalkedTo(out _));
    }

    private static PaceWatch Run(FakePeripheral[] fakes, string name)
    {
        EngineTurns turns = Engine();
        PaceWatch watch = new PaceWatch(turns.Engine.Roster) { Name = name, FromMs = LinkedByMs };
        FakeBus bus = new FakeBus(turns, fakes, watch, 0);
        bus.Run(EndMs);
        turns.Engine.Roster.TalkedTo(out int linked);
        Assert.AreEqual(fakes.Length, linked, name);
        Assert.AreEqual(0L, turns.Engine.Transmitter.RefusedCount, name);
        Assert.AreEqual(0L, turns.Engine.Transmitter.ClampedCount, name);
        return watch;
    }

    private static EngineTurns Engine()
    {
        return new EngineTurns(new BusOptions { MaxPeripherals = 8 }, OfferCentiamps, 0);
    }

    private static FakePeripheral[] Fakes(int count, int seed)
    {
        FakePeripheral[] fakes = new FakePeripheral[count];
        for (int i = 0; i < count; i++)
        {
            fakes[i] = new FakePeripheral(0x1001 + 0x101 * i, i == 1 ? 1 : 2, seed, 0);
            fakes[i].Charger.HasCar = i % 3 != 2;
            fakes[i].Vin = i % 3 == 0 ? "5YJ3E1EA7JF000001" : null;
        }
        return fakes;
    }
}
