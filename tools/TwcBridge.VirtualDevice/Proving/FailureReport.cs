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

    public static void Write(
        TextWriter output, ProvingWorld world, int eventCount = EventCount)
    {
        if (world.Refutation is not { } refutation)
        {
            return;
        }
        output.WriteLine($"# refuted: {refutation.Property}, at {Time(refutation.AtUs)}");
        output.WriteLine($"# {refutation.Text}");
        (long AtUs, string Text)[] events = Events(world).TakeLast(eventCount).ToArray();
        output.WriteLine("# what happened off the wire before:");
        foreach ((long atUs, string text) in Earlier(world.Chronicle, events[0].AtUs))
        {
            output.WriteLine($"{Time(atUs)}  {text}");
        }
        output.WriteLine($"# the last {events.Length} events:");
        foreach ((long atUs, string text) in events)
        {
            output.WriteLine($"{Time(atUs)}  {text}");
        }
    }

    private static IEnumerable<(long AtUs, string Text)> Earlier(Chronicle chronicle, long beforeUs)
    {
        return Enumerable.Range(0, chronicle.Count).Select(chronicle.At)
            .Where(entry => entry.AtUs < beforeUs).TakeLast(EarlierCount);
    }

    private static IEnumerable<(long AtUs, string Text)> Events(ProvingWorld world)
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
        return events.OrderBy(entry => entry.AtUs);     // Stable: the order within an instant.
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
