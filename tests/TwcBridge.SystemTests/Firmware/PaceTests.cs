using System.Threading;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Diagnostics;
using TwcBridge.Loops;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>The bus loop with simulated connectors and a clock of ours: what it measures of its own
/// pace is known beforehand.</summary>
[TestClass]
public sealed class PaceTests
{
    private const int LinkUpMs = 12_000;

    private readonly SimulatedSite _site = new(seed: 1);
    private readonly CommandMailbox _mailbox = new(new AutoResetEvent(false));
    private readonly StatusBoard _board = new(BoxStatus.MaxConnectors);
    private BusLoop _loop = null!;
    private long _nowMs;

    [TestInitialize]
    public void Link()
    {
        for (int i = 0; i < 3; i++)
        {
            _site.AddConnector(new ConnectorOptions { Id = 0x8204 + i });
        }
        BridgeOptions options = new();
        options.Charging.SiteLimitCentiamps = 4800;
        options.Charging.OldLimitsMs = 0;
        _loop = new BusLoop(new Bridge(options, 0), new PortLink(_site), _mailbox, _board);
        RunUntil(LinkUpMs, lateMs: 0);
        Assert.AreEqual(3, Status().ConnectorCount);
    }

    [TestMethod]
    public void A_loop_that_is_never_late_sends_every_heartbeat_on_time()
    {
        long before = Above(TimingKind.HeartbeatJitter, 0);
        RunUntil(_nowMs + 60_000, lateMs: 0);
        Assert.AreEqual(before, Above(TimingKind.HeartbeatJitter, 0), "only link-up is late");
        Assert.AreEqual(0, Read(TimingKind.LoopTurn).MaxMs);
        Assert.IsTrue(Read(TimingKind.HeartbeatJitter).Count >= 3 * 60);
        Assert.IsTrue(Read(TimingKind.AnswerLatency).Count >= 3 * 60);
    }

    [TestMethod]
    public void A_loop_that_is_always_late_says_by_how_much()
    {
        long late = Above(TimingKind.HeartbeatJitter, 0);
        long veryLate = Above(TimingKind.HeartbeatJitter, 3);
        RunUntil(_nowMs + 20_000, lateMs: 3);
        Assert.AreEqual(3, Read(TimingKind.LoopTurn).MaxMs);
        Assert.IsTrue(Above(TimingKind.HeartbeatJitter, 0) > late + 10);
        Assert.AreEqual(veryLate, Above(TimingKind.HeartbeatJitter, 3));
    }

    [TestMethod]
    public void The_status_says_how_late_nearly_all_heartbeats_left()
    {
        RunUntil(_nowMs + 600_000, lateMs: 0);
        Assert.AreEqual(0L, Status().HeartbeatJitterMs);
        RunUntil(_nowMs + 600_000, lateMs: 3);
        Assert.AreEqual(3L, Status().HeartbeatJitterMs);
    }

    [TestMethod]
    public void A_command_is_followed_to_the_wire_once()
    {
        long before = Read(TimingKind.CommandToWire).Count;
        Post(1500);
        RunUntil(_nowMs + 5_000, lateMs: 0);
        Histogram latency = Read(TimingKind.CommandToWire);
        Assert.AreEqual(before + 1, latency.Count);
        Assert.IsTrue(latency.MaxMs < 1000, $"{latency.MaxMs} ms");
    }

    [TestMethod]
    public void A_command_that_changes_nothing_is_not_followed()
    {
        Post(1500);
        RunUntil(_nowMs + 5_000, lateMs: 0);
        long before = Read(TimingKind.CommandToWire).Count;
        Post(1500);
        RunUntil(_nowMs + 30_000, lateMs: 0);
        Assert.AreEqual(before, Read(TimingKind.CommandToWire).Count);
    }

    private void Post(int centiamps)
    {
        Command command = new()
        {
            Kind = CommandKind.SetAmps,
            Centiamps = centiamps * 3,
            TtlMs = Command.NoExpiry,
        };
        Assert.IsTrue(_mailbox.TryPost(command, _nowMs));
    }

    private void RunUntil(long endMs, int lateMs)
    {
        CommandResult result = new();
        while (_nowMs < endMs)
        {
            _site.AdvanceTo(_nowMs * 1000);
            _nowMs += _loop.Turn(_nowMs) + lateMs;
            _mailbox.TryTakeResult(result);
        }
    }

    private long Above(TimingKind kind, int boundMs)
    {
        Histogram histogram = Read(kind);
        long within = 0;
        for (int step = 0; step < Histogram.BoundCount; step++)
        {
            within += Histogram.BoundMs(step) <= boundMs ? histogram.CountOf(step) : 0;
        }
        return histogram.Count - within;
    }

    private BoxStatus Status()
    {
        BoxStatus status = new();
        int edition = 0;
        Assert.IsTrue(_board.TryRead(status, ref edition));
        return status;
    }

    private Histogram Read(TimingKind kind)
    {
        _board.Reports.Ask();
        _loop.PublishStatus(_nowMs);
        Assert.IsTrue(_board.Reports.TryTake());
        return _board.Reports.Timings.Of(kind);
    }

    private sealed class PortLink(SimulatedSite site) : ISerialLink
    {
        private readonly AdapterPort _port = site.AddPort("bridge");

        public int Read(byte[] buffer)
        {
            return _port.Read(buffer);
        }

        public bool TryWrite(byte[] buffer, int length)
        {
            _port.Write(buffer, length);
            return true;
        }
    }
}
