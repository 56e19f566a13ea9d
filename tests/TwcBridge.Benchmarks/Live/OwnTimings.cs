using System.IO;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using TwcBridge.Benchmarks.Reports;
using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.Benchmarks.Live;

/// <summary>The box's own histograms, as it serves them: whole milliseconds since its start, the
/// first seconds of the compiler included.</summary>
internal static class OwnTimings
{
    public static void Show(IPEndPoint box, TextWriter text)
    {
        using HttpClient client = new();
        using JsonDocument timings =
            JsonDocument.Parse(client.GetStringAsync($"http://{box}/api/v1/timing").Result);
        TextTable table =
            new("ms, as the firmware measures it", "samples", "median", "p99", "p99.9", "highest");
        for (int kind = 0; kind < Timings.Count; kind++)
        {
            string name = TimingWriter.NameOf((TimingKind)kind);
            JsonElement of = timings.RootElement.GetProperty(name);
            table.Add(
                name.Replace('_', ' '), of.GetProperty("count").GetRawText(),
                of.GetProperty("p50").GetRawText(), of.GetProperty("p99").GetRawText(),
                of.GetProperty("p99_9").GetRawText(), of.GetProperty("max").GetRawText());
        }
        table.WriteTo(text);
    }
}
