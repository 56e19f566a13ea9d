using TwcBridge.Bus;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class EchoAndPassiveTests
{
    private const long EndMs = 60000;

    [TestMethod]
    public void An_adapter_that_echoes_changes_nothing_but_a_counter()
    {
        for (int count = 1; count <= 3; count++)
        {
            EngineTurns silent = new EngineTurns(new BusOptions(), 600, 0);
            EngineTurns echoing = new EngineTurns(new BusOptions(), 600, 0);
            SentLog plain = new SentLog();
            SentLog echoed = new SentLog();
            Bus(count, silent, plain).Run(EndMs);
            FakeBus bus = Bus(count, echoing, echoed);
            bus.IsEchoed = true;
            bus.Run(EndMs);
            Assert.AreEqual("", plain.DifferenceTo(echoed), count + " peripherals");
            Assert.AreEqual(0L, silent.Engine.Counters.Echoes);
            Assert.AreEqual(0L, echoing.Engine.Counters.Strangers);

            // Spoilt frames come back as noise, and the last one may be on its way.
            long missing = bus.SentCount - echoing.Engine.Counters.Echoes;
            Assert.IsTrue(missing >= 0 && missing <= bus.CollisionCount + 1, "missing " + missing);
        }
    }

    [TestMethod]
    [DataRow("2222")]
    [DataRow("7777")]
    public void Passive_shows_everybody_and_sends_nothing(string controller)
    {
        EngineTurns turns = new EngineTurns(new BusOptions { Passive = true }, 600, 0);
        Timeline timeline = new Timeline(turns, 0);
        for (long at = 1000; at < 200000; at += 1000)
        {
            timeline.Hear(at, "FBE0 " + controller + " 1234 05 0640 /16");
            timeline.Hear(at + 40, "FDE0 1234 " + controller + " 01 0640 0620 /16");
            timeline.Hear(at + 300, "FDE2 4321 55 0C80 /14");
        }
        Assert.AreEqual(0L, turns.Engine.Transmitter.SentCount);
        Assert.AreEqual(BusRole.Passive, turns.Engine.Rivals.Role);
        int id = FrameText.Word(FrameText.Bytes(controller), 0);
        Assert.AreEqual(id, turns.Engine.Rivals.RivalId);
        Peripheral shown = turns.Engine.Roster.At(turns.Engine.Roster.IndexOf(0x1234));
        Assert.AreEqual(1600, shown.AcceptedCentiamps);
        Assert.AreEqual(1568, shown.DrawnCentiamps);
        Assert.AreEqual(2, shown.Protocol);
        Peripheral other = turns.Engine.Roster.At(turns.Engine.Roster.IndexOf(0x4321));
        Assert.AreEqual(3200, other.RatingCentiamps);
        Assert.AreEqual(1, other.Protocol);
    }

    [TestMethod]
    public void Passive_shows_a_peripheral_again_after_a_silence()
    {
        EngineTurns turns = new EngineTurns(new BusOptions { Passive = true }, 600, 0);
        Timeline timeline = new Timeline(turns, 0);
        timeline.Hear(1000, "FDE2 1234 55 0C80 /16");
        timeline.Hear(2000, "FDE0 1234 2222 01 0640 0620 /16");
        timeline.StaySilent(28000);
        Assert.AreEqual(LinkState.Absent, turns.Engine.Roster.At(0).Link);
        timeline.Hear(30000, "FDE0 1234 2222 01 0640 0620 /16");
        Assert.AreEqual(LinkState.Linked, turns.Engine.Roster.At(0).Link);
        Assert.AreEqual(1600, turns.Engine.Roster.At(0).AcceptedCentiamps);
        Assert.AreEqual(3200, turns.Engine.Roster.At(0).RatingCentiamps, "as it told before");
        timeline.StaySilent(100000);
        Assert.AreEqual(2L, turns.Engine.Counters.Lost);
    }

    private static FakeBus Bus(int count, EngineTurns turns, SentLog log)
    {
        FakePeripheral[] fakes = new FakePeripheral[count];
        for (int i = 0; i < count; i++)
        {
            fakes[i] = new FakePeripheral(0x1001 + 0x101 * i, 2, 3, 0);
        }
        return new FakeBus(turns, fakes, log, 0);
    }
}
