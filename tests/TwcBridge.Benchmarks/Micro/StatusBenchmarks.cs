using BenchmarkDotNet.Attributes;
using TwcBridge.Benchmarks.Simulation;
using TwcBridge.Control;
using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Micro;

/// <summary>What the network side is told, of three connectors that charge.</summary>
public class StatusBenchmarks
{
    private const long UnixSeconds = 1_800_000_000;

    private readonly SimulatedRun _run = new(3, seed: 1);
    private readonly BoxStatus _status = new();
    private readonly JsonWriter _json = new(new ByteWriter(StatusWriter.MaxConnectorBytes));

    [GlobalSetup]
    public void SettleDown()
    {
        _run.AdvanceTo(120 * Micros.PerSecond);
        CopyStatus();
    }

    [Benchmark(Description = "copy the status of the box")]
    public void CopyStatus()
    {
        _run.Bridge.CopyStatusTo(_status, _run.NowMs);
    }

    [Benchmark(Description = "write the JSON of a connector")]
    public void WriteConnector()
    {
        _json.Restart();
        StatusWriter.WriteConnector(_json, _status.Connector(0), UnixSeconds);
    }
}
