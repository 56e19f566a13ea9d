using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using TwcBridge.SystemTests.Cli;
using TwcBridge.SystemTests.EndToEnd;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Monitoring;

/// <summary>twcbridge monitor as a program: on a line where two others talk, at a running box and
/// on captures.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
public class MonitorTests
{
    private const int Ok = 0;
    private const int Usage = 2;

    private static readonly string Captured =
        Repository.Absolute("tests/captures/two-connectors.txt");

    private readonly string _folder = Directory.CreateTempSubdirectory("twcbridge-mon-").FullName;

    private string Record => Path.Combine(_folder, "monitor.txt");

    [TestCleanup]
    public void RemoveFolder()
    {
        Directory.Delete(_folder, recursive: true);
    }

    // Three programs on one bus: connectors, the bridge, and a listener that neither of them hears.
    [TestMethod]
    public void Shows_and_records_what_two_others_say_to_each_other()
    {
        using ToolProcess simulator = new("simulate --pty --tap --connectors 2");
        string bus = simulator.Output.Await("/dev/");
        string tap = simulator.Output.Await(line => line.StartsWith("/dev/") && line != bus, "tap");
        using ToolProcess monitor = new("monitor", "--serial", tap, "--record", Record);
        monitor.Output.Await("nothing is sent");
        using RunningBox box = RunningBox.Start("--serial", bus, "--site-limit", "32");

        monitor.Output.Await("heartbeat 7777 -> 8204: start limit");
        monitor.Output.Await("heartbeat answer 8205 -> 7777: charging");
        monitor.Output.Await("diagnosis well");
        box.Tool.Stop();
        Assert.AreEqual(Ok, monitor.Stop(), monitor.Errors);

        monitor.Output.Await("heartbeat answer");
        AssertHeardBoth(CliRun.Of("decode", "--json", Record));
        CliRun again = CliRun.Of("monitor", "--capture", Record, "--quiet");
        Assert.Contains("diagnosis well", again.Output);
    }

    [TestMethod]
    public void Shows_its_numbers_when_the_adapter_has_gone()
    {
        using ToolProcess simulator = new("simulate --pty");
        using ToolProcess monitor = new("monitor", "--serial", simulator.Output.Await("/dev/"));
        monitor.Output.Await("link-ready from 8204");
        simulator.Kill();

        Assert.AreEqual(3, monitor.AwaitEnd());
        monitor.Output.Await("1  link-ready");
        Assert.Contains("has gone", monitor.Errors);
    }

    [TestMethod]
    public void Asks_a_box_for_what_it_has_seen()
    {
        using RunningBox box = RunningBox.Start("--connectors", "2");
        box.AwaitLinked();
        CliRun run = CliRun.Of(
            "monitor", "--host", box.Page.Authority, "--for", "3", "--record", Record);

        Assert.AreEqual(Ok, run.ExitCode, run.Errors);
        Assert.Contains("> heartbeat 7777 -> 8204", run.Output);
        Assert.Contains("heartbeat answer 8205 -> 7777", run.Output);
        Assert.Contains("diagnosis well", run.Output);
        string[] frames = [.. File.ReadLines(Record).Where(line => line.Contains(" C0 "))];
        CollectionAssert.AllItemsAreUnique(frames);
        Assert.IsGreaterThan(20, frames.Length);
    }

    [TestMethod]
    [DataRow("", 300, 400)]
    [DataRow("--id 8204", 130, 200)]
    [DataRow("--id 8204 8205", 300, 400)]
    [DataRow("--id 1234", 0, 10)]
    [DataRow("--message meter-answer", 5, 40)]
    [DataRow("--message heartbeat heartbeat-answer", 200, 300)]
    [DataRow("--errors", 0, 10)]
    [DataRow("--quiet", 0, 0)]
    public void Shows_only_what_is_chosen(string choice, int least, int most)
    {
        CliRun run = Monitor($"--json {choice}".TrimEnd());

        int count = Lines(run).Count(line => line["wire"] != null);
        Assert.IsTrue(count >= least && count <= most, $"{choice}: {count} frames");
    }

    [TestMethod]
    public void Counts_all_of_it_whatever_is_shown()
    {
        JsonNode whole = Lines(Monitor("--json")).Last();
        JsonNode filtered = Lines(Monitor("--json --id 8204 --message plug-answer")).Last();

        Assert.AreEqual(whole.ToJsonString(), filtered.ToJsonString());
        int shown = Lines(Monitor("--json")).Count(line => line["wire"] != null);
        Assert.AreEqual(shown, (int)whole["frames"]!);
        JsonNode first = whole["connectors"]!.AsArray()[0]!;
        Assert.AreEqual("8204", (string)first["id"]!);
        Assert.AreEqual((int)first["heartbeats"]!, (int)first["answers"]!);
    }

    // Bytes for half a minute, and no message among them.
    [TestMethod]
    public void Names_the_likely_cause_of_trouble()
    {
        IEnumerable<string> noise = Enumerable.Range(0, 40).Select(i => $"{i * 1000} < 3F 1D 77");
        CliRun run = CliRun.WithInput(
            string.Join('\n', noise), "monitor", "--capture", "-", "--quiet");

        Assert.Contains("diagnosis no_frames: Bytes are heard, but no message.", run.Output);
        Assert.Contains("see docs/troubleshooting.md#no_frames", run.Output);
    }

    [TestMethod]
    public void Colours_lines_when_it_is_told_to()
    {
        const string Damaged = "C0 FD E2 82 04 6F 0C 81 00 00 00 00 00 00 00 00 63 C0";

        string plain = CliRun.WithInput(Damaged, "monitor", "--capture", "-").Output;
        string painted = CliRun.WithInput(
            Damaged, "monitor", "--capture", "-", "--color", "always").Output;

        Assert.StartsWith("refused: checksum 63, should be 64\n", plain);
        Assert.StartsWith("\e[31mrefused: checksum 63, should be 64\e[0m\n", painted);
    }

    [TestMethod]
    [DataRow(Usage, "Choose one source", "")]
    [DataRow(Usage, "Choose one source", "--serial /dev/x --host 1.2.3.4")]
    [DataRow(Usage, "'12' is no id", "--capture - --id 12")]
    [DataRow(Usage, "No message 'beat'", "--capture - --message beat")]
    [DataRow(Usage, "'http:///' is no address", "--host http:///")]
    [DataRow(Usage, "--for: 'x' is no time", "--capture - --for x")]
    [DataRow(3, "does not exist", "--serial /dev/ttyNone")]
    [DataRow(3, "no-such-file", "--capture no-such-file.txt")]
    [DataRow(4, "nobody answers at http://127.0.0.1:1/", "--host 127.0.0.1:1")]
    [DataRow(5, "line 1: 'hello' is not hex", "--capture -")]
    public void Refuses_what_it_cannot_watch(int code, string words, string options)
    {
        CliRun run = CliRun.WithInput(
            "hello", [.. $"monitor {options}".Trim().Split(' ')]);

        Assert.AreEqual(code, run.ExitCode, run.Errors);
        Assert.Contains(words, run.Errors);
    }

    private static CliRun Monitor(string options)
    {
        CliRun run = CliRun.Of(["monitor", "--capture", Captured, .. options.Split(' ')]);
        Assert.AreEqual(Ok, run.ExitCode, run.Errors);
        return run;
    }

    private static JsonNode[] Lines(CliRun run)
    {
        return run.Output.Split('\n').Where(line => line.Length > 0)
            .Select(line => JsonNode.Parse(line)!).ToArray();
    }

    private static void AssertHeardBoth(CliRun decoded)
    {
        string[] kinds = [.. Lines(decoded).Select(line => (string?)line["kind"]).OfType<string>()];
        Assert.IsGreaterThan(8, kinds.Count(kind => kind == "heartbeat"));
        Assert.IsGreaterThan(8, kinds.Count(kind => kind == "heartbeatAnswer"));
    }
}
