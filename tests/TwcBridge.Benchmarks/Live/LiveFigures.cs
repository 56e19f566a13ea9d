using System.Globalization;
using System.IO;
using System.Linq;
using TwcBridge.Benchmarks.Reports;
using TwcBridge.Bus;
using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Live;

/// <summary>The virtual device in real time under load: how exact its heartbeats are, and how soon
/// a change of limit is on the wire.</summary>
internal static class LiveFigures
{
    private const int Connectors = 3;
    private const int HttpClients = 4;
    private const int MqttPerSecond = 200;
    private const int SiteAmps = 48;

    public static void Show(int seconds, TextWriter text)
    {
        text.WriteLine($"Virtual device in real time for {seconds} s: {Connectors} connectors, "
            + $"{HttpClients} HTTP clients, {MqttPerSecond} MQTT commands a second");
        using Broker broker = new();
        LiveBox box = new(Connectors, broker.Port);
        CommandProbe probe = new(box);
        long fromUs;
        using (box)
        {
            using HttpLoad http = new(box.Address, HttpClients);
            using MqttLoad mqtt = new(broker, LiveBox.BaseTopic, MqttPerSecond, SiteAmps);
            http.Start();
            mqtt.Start();
            box.SettleDown();
            box.Link.Measure();
            LoadMark before = LoadMark.Take(http, mqtt);
            OwnTimings timings = OwnTimings.Take(box.Address);
            fromUs = box.Clock.NowUs;
            probe.Run(seconds);
            LoadMark.Take(http, mqtt).WriteSince(before, text);
            OwnTimings.Take(box.Address).WriteSince(timings, text);
        }
        ShowLine(box, probe, fromUs, text);
    }

    private static void ShowLine(LiveBox box, CommandProbe probe, long fromUs, TextWriter text)
    {
        LineFrame[] frames = box.Line.FramesSince(fromUs);
        HeartbeatGrid[] grids = Enumerable.Range(0, box.ConnectorCount)
            .Select(index => GridOf(LiveBox.IdOf(index), frames)).ToArray();
        Samples errorsMs = new();
        foreach (long errorUs in grids.SelectMany(grid => grid.ErrorsUs))
        {
            errorsMs.Add(errorUs / (double)Micros.PerMs);
        }
        CommandDelays delays = new(probe.Probes, frames);
        text.WriteLine($"{frames.Count(frame => frame.IsSent)} frames sent, "
            + $"{grids.Sum(grid => grid.MissedCount)} heartbeats left out, "
            + $"{probe.RefusedCount} changes refused, {delays.LostCount} lost");
        TextTable table =
            new("ms", "samples", "median", "p99", "p99.9", "highest");
        Add(table, "heartbeat: error of the interval", errorsMs);
        Add(table, "HTTP request to wire, line idle", delays.OnIdleLine);
        Add(table, "HTTP request to wire, line busy", delays.OnBusyLine);
        Add(table, "bus loop: from one look at the line to the next", box.Link.PausesMs);
        table.WriteTo(text);
    }

    private static HeartbeatGrid GridOf(int id, LineFrame[] frames)
    {
        return new HeartbeatGrid(
            frames.Where(frame => frame.IsHeartbeat && frame.PeripheralId == id)
                .Select(frame => frame.AtUs).ToArray(),
            HeartbeatCycle.IntervalMs(Connectors, Timing.SlotMs) * Micros.PerMs);
    }

    private static void Add(TextTable table, string name, Samples samples)
    {
        table.Add(
            name, samples.Count.ToString(CultureInfo.InvariantCulture), Ms(samples.Median),
            Ms(samples.Percentile(99)), Ms(samples.Percentile(99.9)), Ms(samples.Highest));
    }

    private static string Ms(double value)
    {
        return value.ToString("0.00", CultureInfo.InvariantCulture);
    }
}
