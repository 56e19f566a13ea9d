using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TwcBridge.Cli.Monitoring;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.Cli.Diagnosing;

/// <summary>Listens on an adapter of this machine for a while, and says what it makes of it. It
/// never sends.</summary>
internal static class LineDoctor
{
    private const int SpoiltPercent = 3;
    private const int MissedPercent = 20;
    private const int Percent = 100;

    public static IEnumerable<Finding> Examine(string device, int seconds, CancellationToken stop)
    {
        ISerialLine? line = TryOpen(device, out Finding port);
        yield return port;
        if (line == null)
        {
            yield break;
        }
        (TrafficCount count, Diagnosis? diagnosis) = Listen(line, seconds, stop);
        foreach (Finding finding in Judge(count, diagnosis))
        {
            yield return finding;
        }
    }

    private static ISerialLine? TryOpen(string device, out Finding port)
    {
        try
        {
            ISerialLine line = SerialPort.Open(device);
            port = Finding.Fine("port", $"{device} is open, and ours alone");
            return line;
        }
        catch (SerialLineException fault)
        {
            port = Finding.Wrong("port", $"{device} cannot be used", fault.Message);
            return null;
        }
    }

    private static (TrafficCount, Diagnosis?) Listen(
        ISerialLine line, int seconds, CancellationToken stop)
    {
        MonitorOptions options = new()
        {
            Filter = new TrafficFilter { Ids = [], Kinds = [], ErrorsOnly = false },
            RecordFile = null,
            Seconds = seconds,
            IsJson = false,
            IsQuiet = true,
            ShowsHex = false,
            Color = ColorChoice.Never,
        };
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        end.CancelAfter(TimeSpan.FromSeconds(seconds));
        using LineTraffic traffic = new(line);
        using TrafficDesk desk = new(options, new SilentMonitorView());
        traffic.Run(desk, end.Token);
        return (desk.Count, desk.Diagnosis);
    }

    private static IEnumerable<Finding> Judge(TrafficCount count, Diagnosis? diagnosis)
    {
        if (count.ByteCount + count.NoiseByteCount == 0)
        {
            yield return Finding.Wrong("adapter", "nothing at all was heard",
                "Do the connectors have power, and are they Gen 2? Is D+ at A and D- at B, in "
                + "the terminals IN or OUT? See docs/troubleshooting.md#nothing_heard.");
            yield break;
        }
        yield return Finding.Fine("adapter",
            $"{count.ByteCount + count.NoiseByteCount} bytes were heard");
        yield return Frames(count);
        yield return Link(count);
        if (diagnosis is { IsWell: false, IsOpen: false })
        {
            yield return Finding.Wrong("wiring", diagnosis.ToString(),
                $"See docs/troubleshooting.md#{diagnosis.Code}.");
        }
    }

    private static Finding Frames(TrafficCount count)
    {
        int good = count.FrameCount - count.RefusedCount;
        string text = $"{good} messages, {count.RefusedCount} refused, "
            + $"{count.NoiseByteCount} bytes of noise";
        return good == 0
            ? Finding.Wrong("frames", text, "Swap D+ and D-. Then check 9600 baud and "
                + "termination; see docs/troubleshooting.md#no_frames.")
            : count.RefusedCount * Percent > count.FrameCount * SpoiltPercent
                ? Finding.Doubtful("frames", text, "Twist the wires, tighten the screws, keep "
                    + "away from the mains cable; see docs/troubleshooting.md#noise.")
                : Finding.Fine("frames", text);
    }

    private static Finding Link(TrafficCount count)
    {
        string ids = string.Join(", ", count.Connectors.Keys.Select(StatusWords.Id));
        int asked = count.Connectors.Values.Sum(connector => connector.HeartbeatCount);
        int answered = count.Connectors.Values.Sum(connector => connector.AnswerCount);
        if (count.Controllers.Count > 1)
        {
            return Finding.Wrong("link", "more than one controller speaks: "
                + string.Join(", ", count.Controllers.Select(StatusWords.Id)),
                "Switch all but one off; a connector that acts as one has its rotary switch not "
                + "at F. See docs/troubleshooting.md#rival.");
        }
        return count.Connectors.Count == 0
            ? Finding.Wrong("link", "no connector was heard",
                "Is the rotary switch of each at F? See docs/troubleshooting.md#nothing_heard.")
            : asked == 0
                ? Finding.Doubtful("link", $"{ids} announced, and no controller asks them",
                    "Is the box connected, and does it have power?")
                : (asked - answered) * Percent > asked * MissedPercent
                    ? Finding.Wrong("link", $"{ids}: {asked} heartbeats, {answered} answers",
                        "See docs/troubleshooting.md#answers_missed.")
                    : Finding.Fine("link", $"{ids}: {asked} heartbeats, {answered} answers");
    }
}
