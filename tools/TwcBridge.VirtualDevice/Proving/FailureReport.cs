using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using TwcBridge.Messages;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.Wire;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>A refuted world for people: what was seen, and the last events before it, those of the
/// wire with their meaning.</summary>
public static class FailureReport
{
    private const int EventCount = 200;
    private const int MostFrames = 4096;
    private const int EarlierCount = 60;

    /// <param name="world">One in which something was refuted.</param>
    public static void Write(TextWriter output, ProvingWorld world)
    {
        Refutation refutation = world.Refutation!;
        (long AtUs, string Text)[] events = Events(world);
        output.WriteLine("# what happened off the wire before:");
        foreach ((long AtUs, string Text) entry in Earlier(world.Chronicle, events[0].AtUs))
        {
            output.WriteLine(Line(entry));
        }
        output.WriteLine($"# the last {events.Length} events:");
        foreach ((long AtUs, string Text) entry in events)
        {
            output.WriteLine(Line(entry));
        }
        output.WriteLine($"# refuted: {refutation.Property}, at {Time(refutation.AtUs)}");
        output.WriteLine($"# {refutation.Text}");
    }

    /// <summary>The last events, one a line.</summary>
    public static string[] Lines(ProvingWorld world)
    {
        return Events(world).Select(Line).ToArray();
    }

    private static IEnumerable<(long AtUs, string Text)> Earlier(Chronicle chronicle, long beforeUs)
    {
        return Enumerable.Range(0, chronicle.Count).Select(chronicle.At)
            .Where(entry => entry.AtUs < beforeUs).TakeLast(EarlierCount);
    }

    private static string Line((long AtUs, string Text) entry)
    {
        return $"{Time(entry.AtUs)}  {entry.Text}";
    }

    private static (long AtUs, string Text)[] Events(ProvingWorld world)
    {
        List<(long AtUs, string Text)> events = [];
        for (int i = 0; i < world.Chronicle.Count; i++)
        {
            events.Add(world.Chronicle.At(i));
        }
        WireLog log = world.Site.Line.Log;
        for (int i = Math.Max(0, log.Count - MostFrames); i < log.Count; i++)
        {
            events.Add((log[i].StartUs, Describe(log[i])));
        }
        // Stable: the order within an instant stays.
        return events.OrderBy(entry => entry.AtUs).TakeLast(EventCount).ToArray();
    }

    private static string Describe(Transmission sent)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{sent.Transmitter,-8} ");
        text.Append(string.Join("; ", Meanings(sent)));
        text.Append(sent.IsCollided ? "  [collided]" : sent.IsDamaged ? "  [spoilt]" : "");
        return text.ToString();
    }

    private static List<string> Meanings(Transmission sent)
    {
        FrameCollector collector = new();
        Message message = new();
        List<string> meanings = [];
        foreach (byte value in sent.Bytes)
        {
            if (collector.Push(value) is not { } frame)
            {
                continue;
            }
            MessageStatus status = frame.Status == DecodeStatus.Frame
                ? message.Point(frame.Body, frame.Body.Length)
                : MessageStatus.UnknownPair;
            meanings.Add(status == MessageStatus.Accepted
                ? MessageText.Describe(message)
                : $"{Convert.ToHexString(frame.Wire)} {RefusalText.Describe(frame, status)}");
        }
        if (meanings.Count == 0)
        {
            meanings.Add(Convert.ToHexString(sent.Bytes));
        }
        return meanings;
    }

    private static string Time(long us)
    {
        TimeSpan time = TimeSpan.FromMicroseconds(us);
        return time.ToString(@"d\.hh\:mm\:ss\.ffffff", CultureInfo.InvariantCulture);
    }
}
