using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using TwcBridge.Bus;
using TwcBridge.Control;
using TwcBridge.Simulator;
using TwcBridge.SystemTests.Diagnosis;

namespace TwcBridge.SystemTests.Http;

/// <summary>The report on the bus as a foreign JSON reader sees it.</summary>
[TestClass]
public sealed class HttpBusJsonTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(3)]
    [DataRow(100)]
    public void Tells_the_frames_of_a_running_site(int seconds)
    {
        DiagnosedSite site = new(2);
        site.Run(seconds);
        BusReport report = site.Report();
        JsonElement root = Read(new BoxStatus(), report);
        JsonElement[] frames = [.. root.GetProperty("frames").EnumerateArray()];
        Assert.AreEqual(report.Trace.Count, frames.Length);
        Assert.AreEqual(seconds == 100 ? TraceRing.Capacity : frames.Length, frames.Length);
        for (int i = 0; i < frames.Length; i++)
        {
            Assert.AreEqual(report.Trace.AtMs(i), frames[i].GetProperty("at_ms").GetInt64());
            byte[] body = Convert.FromHexString(frames[i].GetProperty("hex").GetString()!);
            CollectionAssert.AreEqual(report.Trace.Bodies
                .Skip(report.Trace.Offset(i)).Take(report.Trace.Length(i)).ToArray(), body);
        }
        Assert.AreEqual(seconds > 0, frames.Any(frame =>
            frame.GetProperty("fate").GetString() == "sent"));
        Assert.AreEqual(seconds == 100, frames.Any(frame =>
            frame.GetProperty("kind").GetString() == "heartbeat answer"));
    }

    [TestMethod]
    public void Counts_every_cause_by_its_name()
    {
        DiagnosedSite site = new(2);
        site.Run(20);
        site.Site.Faults = new FaultOptions { FlippedBitsPerMillionBytes = 10000 };
        site.Run(100);
        BusReport report = site.Report();
        JsonElement counters = Read(new BoxStatus(), report).GetProperty("counters");
        Assert.AreEqual(BusReport.CountCount, counters.EnumerateObject().Count());
        foreach (BusCount count in Enum.GetValues<BusCount>())
        {
            Assert.AreEqual(report.CountOf(count),
                counters.GetProperty(BusWords.Of(count)).GetInt64(), count.ToString());
        }
        Assert.IsTrue(report.CountOf(BusCount.BadChecksums) > 0);
        Assert.IsTrue(report.CountOf(BusCount.HeartbeatsAnswered) > 100);
    }

    [TestMethod]
    public void The_longest_parts_fit()
    {
        BoxStatus status = new()
        {
            Finding = BusFinding.NothingHeard,
            FindingId = 0xFFFF,
            RivalId = 0xFFFF,
            ConnectorCount = BoxStatus.MaxConnectors,
        };
        for (int i = 0; i < BoxStatus.MaxConnectors; i++)
        {
            status.Connector(i).Id = 0xFFFF;
            status.Connector(i).Protocol = int.MinValue;
            status.Connector(i).SilentMs = long.MinValue;
        }
        BusReport report = new() { AtMs = long.MinValue, AnswerWaitMs = int.MinValue };
        byte[] body = [0xFC, 0xE2, .. new byte[18]];    // The kind with the longest name.
        for (int i = 0; i < TraceRing.Capacity; i++)
        {
            report.Trace.Note(FrameFate.Heard, body, body.Length, long.MinValue);
        }
        Assert.AreEqual(TraceRing.Capacity,
            Read(status, report).GetProperty("frames").GetArrayLength());
    }

    private static JsonElement Read(BoxStatus status, BusReport report)
    {
        StringBuilder text = new();
        ByteWriter output = new(BusWriter.MaxPartBytes);
        TwcBridge.Control.JsonWriter json = new(output);
        bool isLast = false;
        for (int part = 0; !isLast; part++)
        {
            Assert.IsTrue(part < 100, "no end");
            json.Restart();
            isLast = BusWriter.WritePart(json, part, status, report);
            Assert.IsFalse(output.Overflowed, $"part {part}");
            text.Append(Encoding.UTF8.GetString(output.Buffer, 0, output.Length));
        }
        return JsonDocument.Parse(text.ToString()).RootElement;
    }
}
