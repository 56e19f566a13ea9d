using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using TwcBridge.Bus;
using TwcBridge.Control;

namespace TwcBridge.Cli.Diagnosing;

/// <summary>Adapter, frames and link, out of what a box tells of its bus.</summary>
internal static class BusFindings
{
    private static readonly BusFinding[] OfAdapter =
        [BusFinding.NothingHeard, BusFinding.OnlyEcho];

    private static readonly BusFinding[] OfFrames = [BusFinding.NoFrames, BusFinding.Noise];

    public static IEnumerable<Finding> In(JsonNode report)
    {
        JsonNode counters = report["counters"]!;
        string code = (string)report["diagnosis"]!["code"]!;
        string text = (string)report["diagnosis"]!["text"]!;
        string? id = (string?)report["diagnosis"]!["id"];
        Finding trouble = Finding.Wrong(
            "", id is null ? text : $"{text} ({id})", $"See docs/troubleshooting.md#{code}.");
        return
        [
            IsAny(OfAdapter, code)
                ? trouble with { Subject = "adapter" }
                : Finding.Fine("adapter", $"{Count(counters, BusCount.BytesReceived)} bytes heard"),
            IsAny(OfFrames, code)
                ? trouble with { Subject = "frames" }
                : Finding.Fine("frames", $"{Count(counters, BusCount.FramesReceived)} heard, "
                    + $"{Count(counters, BusCount.FramesSent)} sent"),
            Link(report, code, trouble),
        ];
    }

    private static Finding Link(JsonNode report, string code, Finding trouble)
    {
        if (code == DiagnosisWords.CodeOf(BusFinding.Starting))
        {
            return Finding.Unknown("link", trouble.Text);
        }
        if (code != DiagnosisWords.CodeOf(BusFinding.Well))
        {
            return IsAny(OfAdapter, code) || IsAny(OfFrames, code)
                ? Finding.Unknown("link", "not before what is above is mended")
                : trouble with { Subject = "link" };
        }
        string[] linked = report["links"]!.AsArray().Where(link => (bool)link!["linked"]!)
            .Select(link => (string)link!["id"]!).ToArray();
        return Finding.Fine("link", linked.Length == 0
            ? "nobody is linked"
            : $"{string.Join(", ", linked)} answer");
    }

    private static bool IsAny(BusFinding[] findings, string code)
    {
        return findings.Any(finding => DiagnosisWords.CodeOf(finding) == code);
    }

    private static long Count(JsonNode counters, BusCount count)
    {
        return (long)counters[BusWords.Of(count)]!;
    }
}
