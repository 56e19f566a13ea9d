using System.Collections.Generic;
using TwcBridge.Bus;
using TwcBridge.Control;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Diagnosis;

/// <summary>The real bridge on a simulated bus, turn by turn as the bus loop takes them, with every
/// finding that it came to.</summary>
internal sealed class DiagnosedSite
{
    private const int TurnMs = 5;
    private const int FirstId = 0x8204;

    private readonly byte[] _buffer = new byte[256];
    private readonly BoxStatus _status = new();
    private readonly Bridge _bridge;

    public DiagnosedSite(int connectorCount, AdapterFaults faults = AdapterFaults.None)
        : this(new BridgeOptions(), connectorCount, faults)
    {
    }

    public DiagnosedSite(BridgeOptions options, int connectorCount, AdapterFaults faults)
    {
        options.Charging.SiteLimitCentiamps = 3200;
        _bridge = new Bridge(options, 0);
        Port = Site.AddPort("bridge");
        Port.Faults = faults;
        for (int i = 0; i < connectorCount; i++)
        {
            AddConnector();
        }
    }

    public SimulatedSite Site { get; } = new(seed: 7);

    public AdapterPort Port { get; }

    public long NowMs { get; private set; }

    /// <summary>Each finding once for each time that it was come to.</summary>
    public List<BusFinding> Findings { get; } = [BusFinding.Starting];

    public BusFinding Finding => Findings[^1];

    public int FindingId => _status.FindingId;

    public WallConnector AddConnector()
    {
        int id = FirstId + Site.Connectors.Count;
        return Site.AddConnector(new ConnectorOptions { Id = id, Serial = $"A20F000{id:X4}" });
    }

    public void Run(int seconds)
    {
        for (long endMs = NowMs + seconds * 1000L; NowMs < endMs;)
        {
            Turn();
        }
    }

    /// <summary>Fails unless the finding comes within this time.</summary>
    public void Expect(BusFinding finding, int withinSeconds)
    {
        long startMs = NowMs;
        while (Finding != finding)
        {
            Assert.IsTrue(NowMs - startMs <= withinSeconds * 1000L,
                $"{finding} did not come within {withinSeconds} s, but "
                + string.Join(", ", Findings));
            Turn();
        }
    }

    /// <summary>Fails if anything else is found meanwhile.</summary>
    public void ExpectNoOther(int seconds)
    {
        int count = Findings.Count;
        Run(seconds);
        Assert.AreEqual(count, Findings.Count, string.Join(", ", Findings));
    }

    public BusReport Report()
    {
        BusReport report = new();
        _bridge.CopyReportTo(report, NowMs);
        return report;
    }

    private void Turn()
    {
        NowMs += TurnMs;
        Site.AdvanceTo(NowMs * Micros.PerMs);
        int count = Port.Read(_buffer);
        if (count > 0)
        {
            _bridge.OnReceived(_buffer, count, NowMs);
        }
        _bridge.OnTime(NowMs);
        int length = _bridge.Next(NowMs);
        if (length > 0)
        {
            Port.Write(_bridge.Wire, length);
            _bridge.OnSent(NowMs);
        }
        _bridge.CopyStatusTo(_status, NowMs);
        if (_status.Finding != Finding)
        {
            Findings.Add(_status.Finding);
        }
    }
}
