using System;
using System.Diagnostics;
using System.IO;
using System.Text.RegularExpressions;
using TwcBridge.SystemTests.Cli;

namespace TwcBridge.SystemTests.EndToEnd;

[TestClass]
public class RecordTests
{
    private const int CannotOpen = 3;

    private readonly string _folder =
        Directory.CreateTempSubdirectory("twcbridge-record-").FullName;

    private string Record => Path.Combine(_folder, "run.txt");

    [TestCleanup]
    public void RemoveFolder()
    {
        Directory.Delete(_folder, recursive: true);
    }

    // A single connector: when two announce themselves they collide now and then, as real ones do.
    [TestMethod]
    public void Records_what_decode_reads_without_a_refusal()
    {
        using (RunningBox box = RunningBox.Start("--connectors", "1", "--record", Record))
        {
            box.Output.Await("8204: linked", "draws 0.0 A");
            box.Put("api/v1/limit", """{"amps":13,"ttl":0}""");
            box.AwaitTold(13);
            Assert.AreEqual(0, box.Tool.Stop());
            AssertCounted(box, File.ReadAllText(Record));
        }

        CliRun decoded = CliRun.Of("decode", "--strict", Record);
        Assert.AreEqual(0, decoded.ExitCode, decoded.Errors);
        Assert.Contains("limit 13.00 A", decoded.Output);
        Assert.Contains(", 0 refused, ", decoded.Output);
    }

    // Here it is the reader of a pipe that goes; a full disk is the same to the writer.
    [TestMethod]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public void Goes_on_when_the_record_cannot()
    {
        Process.Start("mkfifo", Record).WaitForExit();
        using ToolProcess tool = new("run --http off --for 4 --connectors 1 --record", Record);
        using (StreamReader reader = new(Record))
        {
            while (!reader.ReadLine()!.EndsWith(" boot"))
            {
                // The heading is to be had, or it would not even begin.
            }
        }

        tool.Output.Await("recording has ended: Broken pipe");
        Assert.AreEqual(CannotOpen, tool.AwaitEnd());
        tool.Output.Await("8204: linked", "draws 0.0 A");
        tool.Output.Await("ended after 00:00:04");
        Assert.Contains(Record, tool.Errors);
    }

    // As the log of a service on a full disk. The record shows that the bus went on.
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void Goes_on_when_nothing_more_can_be_shown()
    {
        string run = $"exec dotnet '{CliRun.Tool}' run --http off --for 6 --connectors 1";

        using Process process = Process.Start("sh", ["-c", $"{run} --record {Record} >/dev/full"]);

        Assert.IsTrue(process.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.AreEqual(0, process.ExitCode);
        Assert.Contains("heartbeat 7777 -> 8204: ", File.ReadAllText(Record));
    }

    // The record and the last words of the run tell the same numbers.
    private static void AssertCounted(RunningBox box, string record)
    {
        Match ended = Regex.Match(
            box.Output.Await("ended after"), "(\\d+) frames sent, (\\d+) heard, 0 refused");

        Assert.AreEqual(ended.Groups[1].Value, $"{Regex.Count(record, "> C0")}");
        Assert.AreEqual(ended.Groups[2].Value, $"{Regex.Count(record, "< C0")}");
        Assert.Contains(
            " command site set_amps 13.0 A until replaced by HTTP: 13.0 A is in force.", record);
        Assert.Contains("\n# settings {\"site_limit_amps\":32,", record);
    }
}
