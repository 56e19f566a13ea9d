using System;
using System.Globalization;
using System.IO;
using TwcBridge.Benchmarks.Reports;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Simulation;

/// <summary>
/// How long a change of limit waits for its heartbeat by the rules of the bus alone: in virtual
/// time the machine takes none. What comes on top in real time is the network's and the machine's.
/// </summary>
internal sealed class CommandLatency : ILineObserver
{
    private const int Commands = 3000;
    private const int AtOnceMs = 10;
    private const long SettledUs = 180 * Micros.PerSecond;

    // More than the pause between two changes of one offer.
    private const int ShortestPauseMs = 6000;
    private const int LongestPauseMs = 8000;

    private static readonly int[] ConnectorCounts = [1, 3, 8];
    private static readonly int[] Amounts = [600, 700];

    private readonly SimulatedRun _run;
    private readonly FrameWatch _sent;
    private readonly Random _random = new(1);
    private readonly Samples _delaysMs = new();
    private Command _command = new();
    private long _orderedUs;
    private bool _isOnItsWay;

    private CommandLatency(int connectorCount)
    {
        _run = new SimulatedRun(connectorCount, seed: 1);
        _sent = new FrameWatch(OnFrame);
        _run.Observe(this);
    }

    public static void Show(TextWriter text)
    {
        text.WriteLine("From a command to the first bit of the heartbeat that carries it, at any "
            + $"moment, by the rules of the bus alone (virtual time, {Commands} commands each)");
        TextTable table = new(
            "connectors", "ms, median", "p90", "p99", "highest", $"within {AtOnceMs} ms", "lost");
        foreach (int count in ConnectorCounts)
        {
            CommandLatency latency = new(count);
            latency.Measure(count);
            Samples delays = latency._delaysMs;
            table.Add(
                Whole(count), Whole(delays.Median), Whole(delays.Percentile(90)),
                Whole(delays.Percentile(99)), Whole(delays.Highest),
                delays.ShareUpTo(AtOnceMs).ToString("P0", CultureInfo.InvariantCulture),
                Whole(Commands - delays.Count));
        }
        table.WriteTo(text);
    }

    public void OnTransmission(Transmission transmission)
    {
        if (transmission.Transmitter == SimulatedRun.BridgeName)
        {
            _sent.Read(transmission);
        }
    }

    private void Measure(int connectorCount)
    {
        _run.AdvanceTo(SettledUs);
        for (int i = -connectorCount; i < Commands; i++)
        {
            _command = new Command
            {
                Kind = CommandKind.SetAmps,
                PeripheralId = SimulatedRun.IdOf((i + connectorCount) % connectorCount),
                Centiamps = Amounts[(i + connectorCount) / connectorCount % Amounts.Length],
            };
            _orderedUs = _run.NowUs;
            _isOnItsWay = i >= 0;       // Before that each is given its first limit.
            _run.Order(_command);
            _run.AdvanceTo(_run.NowUs
                + _random.Next(ShortestPauseMs, LongestPauseMs) * Micros.PerMs);
        }
    }

    private void OnFrame(WireFrame frame, long atUs)
    {
        if (_isOnItsWay && frame.Opcode == Opcodes.Heartbeat
            && frame.Receiver == _command.PeripheralId
            && frame.LimitCentiamps == _command.Centiamps)
        {
            _isOnItsWay = false;
            _delaysMs.Add((atUs - _orderedUs) / (double)Micros.PerMs);
        }
    }

    private static string Whole(double number)
    {
        return number.ToString("0", CultureInfo.InvariantCulture);
    }
}
