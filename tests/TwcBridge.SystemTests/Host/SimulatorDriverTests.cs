using System.Linq;
using System.Threading;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Simulation;

namespace TwcBridge.SystemTests.Host;

[TestClass]
public class SimulatorDriverTests
{
    // 10 bits at 9600 baud.
    private const double ByteUs = 10 * 1e6 / 9600;
    private const int FrameLength = 18;
    private const int TurnaroundMs = 50;
    private const long StepUs = 250;

    private static readonly byte[] Heartbeat =
    [
        0xC0, 0xFB, 0xE0, 0x77, 0x77, 0x82, 0x04, 0x09, 0x0C, 0x80,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xE9, 0xC0,
    ];

    [TestMethod]
    public void Takes_the_time_of_the_wire_both_ways()
    {
        SimulatedSite site = SiteWithConnector();
        RecordingLine line = new();
        SimulatorDriver driver = new(site, site.AddPort("test"), line);

        line.PutIncoming(Heartbeat);
        RunUntil(driver, line, 200_000);

        Assert.HasCount(FrameLength, line.Written);
        double answerAtUs = Heartbeat.Length * ByteUs + TurnaroundMs * 1000;
        for (int i = 0; i < FrameLength; i++)
        {
            double dueAtUs = answerAtUs + (i + 1) * ByteUs;
            Assert.AreEqual(dueAtUs + StepUs / 2.0, line.Written[i].AtUs, StepUs, $"byte {i}");
        }
        Assert.AreEqual(0xFD, line.Written[1].Value);
    }

    [TestMethod]
    public void Says_when_the_next_byte_is_due()
    {
        SimulatedSite site = SiteWithConnector();
        RecordingLine line = new();
        SimulatorDriver driver = new(site, site.AddPort("test"), line);

        line.PutIncoming(Heartbeat);
        for (int turn = 0; turn < 100 && line.Written.Count < FrameLength; turn++)
        {
            line.NowUs = driver.NextDueAtUs;
            driver.Turn(line.NowUs);
        }

        Assert.HasCount(FrameLength, line.Written);
        Assert.AreEqual(FrameLength, line.Written.Select(entry => entry.AtUs).Distinct().Count());
    }

    [TestMethod]
    public void Looks_for_a_stop_often_even_when_nothing_is_due()
    {
        SimulatedSite site = new(seed: 1);
        RecordingLine line = new();
        SimulatorDriver driver = new(site, site.AddPort("test"), line);
        using CancellationTokenSource stop = new();
        int turnCount = 0;

        driver.Run(() => StopAfterThree(ref turnCount, stop), stop.Token);

        CollectionAssert.AreEqual(new[] { 100, 100, 100 }, line.WaitsMs);
    }

    [TestMethod]
    public void Waits_no_longer_than_until_the_next_event()
    {
        const int LinkReadyPeriodMs = 50;
        SimulatedSite site = new(seed: 1);
        site.AddConnector(new ConnectorOptions { LinkReadyPeriodMs = LinkReadyPeriodMs });
        RecordingLine line = new();
        using CancellationTokenSource stop = new();

        new SimulatorDriver(site, site.AddPort("test"), line).Run(stop.Cancel, stop.Token);

        Assert.IsInRange(0, LinkReadyPeriodMs, line.WaitsMs[0]);
    }

    private static void StopAfterThree(ref int turnCount, CancellationTokenSource stop)
    {
        turnCount++;
        if (turnCount == 3)
        {
            stop.Cancel();
        }
    }

    // Its first link-ready comes later than these tests end.
    private static SimulatedSite SiteWithConnector()
    {
        SimulatedSite site = new(seed: 1);
        site.AddConnector(new ConnectorOptions
        {
            LinkReadyPeriodMs = 1_000_000,
            TurnaroundMs = TurnaroundMs,
            SendsTailByte = false,
        });
        return site;
    }

    private static void RunUntil(SimulatorDriver driver, RecordingLine line, long endUs)
    {
        for (long nowUs = 0; nowUs <= endUs; nowUs += StepUs)
        {
            line.NowUs = nowUs;
            driver.Turn(nowUs);
        }
    }
}
