using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using TwcBridge.Benchmarks.Simulation;
using TwcBridge.Simulator;
using TwcBridge.Wire;

namespace TwcBridge.Benchmarks.Micro;

/// <summary>Whole turns of the bus, as the loop takes them, with three connectors that charge.
/// </summary>
public class TurnBenchmarks
{
    private const int Connectors = 3;
    private const long SettledUs = 120 * Micros.PerSecond;

    // A third of the cycle: one heartbeat is due in each step. Its answer comes soon after.
    private const int StepMs = 334;
    private const int AnswerMs = 125;

    private Bridge _bridge = null!;
    private byte[][] _answers = null!;
    private long _idleAtMs;
    private long _dueAtMs;
    private long _nowMs;

    [GlobalSetup]
    public void SettleDown()
    {
        SimulatedRun run = new(Connectors, seed: 1);
        run.AdvanceTo(SettledUs);
        _bridge = run.Bridge;
        _answers = Enumerable.Range(0, Connectors)
            .Select(index => WireSamples.HeartbeatAnswer(_bridge.Site.At(index).Id)).ToArray();
        _idleAtMs = run.NowMs;
        while (_bridge.Next(_idleAtMs) > 0 || _bridge.NextDueAtMs() <= _idleAtMs)
        {
            _idleAtMs++;
        }
        _dueAtMs = _idleAtMs;
        while (_bridge.Next(_dueAtMs) == 0)
        {
            _dueAtMs++;
        }
        _nowMs = _dueAtMs;
    }

    [Benchmark(Description = "bus turn, nothing to do")]
    public long Idle()
    {
        return Turn(_idleAtMs) + _bridge.NextDueAtMs();
    }

    [Benchmark(Description = "bus turn that hears an answer")]
    public long WithAnswer()
    {
        Hear(0, _idleAtMs);
        return Turn(_idleAtMs) + _bridge.NextDueAtMs();
    }

    /// <summary>A frame that was not sent is offered again, so every turn finds it due.</summary>
    [Benchmark(Description = "bus turn that has a frame to send")]
    public long Sending()
    {
        return Turn(_dueAtMs) + _bridge.NextDueAtMs();
    }

    [Benchmark(Description = "both turns of a heartbeat and its answer")]
    public long Exchange()
    {
        _nowMs += StepMs;
        if (Turn(_nowMs) == 0)
        {
            throw new InvalidOperationException("No heartbeat was due.");
        }
        _bridge.OnSent(_nowMs);
        Hear(ReceiverOf(_bridge.Wire), _nowMs + AnswerMs);
        Turn(_nowMs + AnswerMs);
        return _bridge.NextDueAtMs();
    }

    private void Hear(int connector, long nowMs)
    {
        _bridge.OnReceived(_answers[connector], _answers[connector].Length, nowMs);
    }

    private int Turn(long nowMs)
    {
        _bridge.OnTime(nowMs);
        return _bridge.Next(nowMs);
    }

    // The ids are consecutive, and none of their bytes is escaped.
    private int ReceiverOf(byte[] wire)
    {
        return wire[1 + FrameFormat.ReceiverOffset + 1] - (_bridge.Site.At(0).Id & 0xFF);
    }
}
