using System.IO;
using System.Text.RegularExpressions;
using TwcBridge.SystemTests.Cli;

namespace TwcBridge.SystemTests.EndToEnd;

[TestClass]
public class RecordTests
{
    // A single connector: when two announce themselves they collide now and then, as real ones do.
    [TestMethod]
    public void Records_what_decode_reads_without_a_refusal()
    {
        string folder = Directory.CreateTempSubdirectory("twcbridge-record-").FullName;
        string file = Path.Combine(folder, "run.txt");
        try
        {
            using (RunningBox box = RunningBox.Start("--connectors", "1", "--record", file))
            {
                box.Output.Await("8204: linked", "draws 0.0 A");
                box.Put("api/v1/limit", """{"amps":13,"ttl":0}""");
                box.AwaitTold(13);
                Assert.AreEqual(0, box.Tool.Stop());
                AssertCounted(box, File.ReadAllText(file));
            }

            CliRun decoded = CliRun.Of("decode", "--strict", file);
            Assert.AreEqual(0, decoded.ExitCode, decoded.Errors);
            Assert.Contains("limit 13.00 A", decoded.Output);
            Assert.Contains(", 0 refused, ", decoded.Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The capture and the last words of the run tell the same numbers.
    private static void AssertCounted(RunningBox box, string capture)
    {
        Match ended = Regex.Match(
            box.Output.Await("ended after"), "(\\d+) frames sent, (\\d+) heard, 0 refused");

        Assert.AreEqual(ended.Groups[1].Value, $"{Regex.Count(capture, "> C0")}");
        Assert.AreEqual(ended.Groups[2].Value, $"{Regex.Count(capture, "< C0")}");
        Assert.Contains(
            " command site set_amps 13.0 A until replaced by HTTP: 13.0 A is in force.", capture);
        Assert.Contains("\n# settings {\"site_limit_amps\":32,", capture);
    }
}
