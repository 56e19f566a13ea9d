using System;
using System.IO;
using System.Linq;

namespace TwcBridge.SystemTests.Cli;

[TestClass]
public class DecodeTests
{
    private const string LinkReady = "C0 FD E2 82 04 6F 0C 80 00 00 00 00 00 00 00 00 63 C0";
    private const string LinkReadyText = "# link-ready from 8204, rated 32.00 A, protocol 2";
    private const string Damaged = "C0 FD E2 82 04 6F 0C 81 00 00 00 00 00 00 00 00 63 C0";

    private static readonly string Captures = Path.Combine(RepositoryRoot(), "tests", "captures");

    [TestMethod]
    public void Says_what_every_known_frame_means()
    {
        string goldenPath = Path.Combine(Captures, "frames.decoded.txt");
        CliRun run = CliRun.Of("decode", Path.Combine(Captures, "frames.json"));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(goldenPath, run.Output);
        }

        Assert.AreEqual(0, run.ExitCode, run.Errors);
        Assert.AreEqual(File.ReadAllText(goldenPath), run.Output);
    }

    [TestMethod]
    public void Reads_its_own_output()
    {
        string input = "1.5 > " + LinkReady + " FC\n2.5 < " + Damaged + "\n" + LinkReady + "\n";
        CliRun first = CliRun.WithInput(input, "decode", "-");
        CliRun second = CliRun.WithInput(first.Output, "decode", "-");

        Assert.Contains("# 2 decoded, 1 refused, 1 bytes of noise", first.Output);
        Assert.AreEqual(FrameLines(first), FrameLines(second));
    }

    [TestMethod]
    [DataRow("C0 FD E2 82 04 6F 0C\n80 00 00 00 00 00 00 00 00 63 C0", LinkReadyText)]
    [DataRow("> C0 FD E2\n< 00\n> 82 04 6F 0C 80 00 00 00 00 00 00 00 00 63 C0", LinkReadyText)]
    [DataRow("C0 FD E2 82 04 6F 0C 81 00 00 00 00 00 00 00 00 63 C0",
        "# refused: checksum 63, should be 64")]
    [DataRow("C0 FD E2 82 04 6F", "# refused: cut short")]
    [DataRow("C0 FD E2 82 04 6F DB 00 00 C0", "# refused: an escape (DB) without its partner")]
    [DataRow("C0 01 02 03 04 05 C0", "# refused: no frame has 5 bytes")]
    [DataRow("C0 01 02 C0", "# refused: shorter than any frame")]
    [DataRow("C0 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10 11 12 13 14 C0",
        "# refused: longer than any frame")]
    [DataRow("C0 FD 77 00 00 00 00 00 00 00 00 00 00 00 77 C0", "# refused: FD 77 is no message")]
    [DataRow("C0 FD E0 00 00 77 77 00 00 00 00 00 00 00 CE C0", "# refused: an id is 0000")]
    [DataRow("C0 FD E0 82 04 77 77 10 00 00 00 00 00 00 64 C0", "# refused: no state 10 exists")]
    public void Says_what_a_line_means(string lines, string meaning)
    {
        CliRun run = CliRun.WithInput(lines, "decode", "-");

        Assert.AreEqual(0, run.ExitCode, run.Errors);
        Assert.Contains(meaning, run.Output);
    }

    [TestMethod]
    [DataRow(0, LinkReady)]
    [DataRow(5, LinkReady + "\n" + Damaged)]
    public void Fails_on_a_refused_frame_when_it_is_strict(int code, string lines)
    {
        Assert.AreEqual(code, CliRun.WithInput(lines, "decode", "-", "--strict").ExitCode);
    }

    [TestMethod]
    public void Writes_json_lines()
    {
        string input = "1.25 < " + LinkReady + "\n" + Damaged + "\n";
        string[] lines = CliRun.WithInput(input, "decode", "--json", "-").Output.Split('\n');

        Assert.AreEqual(
            """{"timeMs":1.25,"direction":"heard","wire":"C0FDE282046F0C80000000000000000063C0","""
            + """ "status":"accepted","kind":"peripheralLinkReady","sender":"8204","""[1..]
            + """ "sign":111,"ratingCentiamps":3200,"bodyLength":16,"""[1..]
            + """ "text":"link-ready from 8204, rated 32.00 A, protocol 2"}"""[1..],
            lines[0]);
        Assert.Contains("\"status\":\"badChecksum\"", lines[1]);
        Assert.AreEqual("""{"decoded":1,"refused":1,"noiseBytes":0}""", lines[2]);
    }

    [TestMethod]
    public void Understands_the_example_of_the_format()
    {
        string document = File.ReadAllText(Path.Combine(Captures, "README.md"));
        CliRun run = CliRun.WithInput(document.Split("```")[1], "decode", "--strict", "-");

        Assert.AreEqual(0, run.ExitCode, run.Output + run.Errors);
        Assert.Contains("# 2 decoded, 0 refused, 0 bytes of noise", run.Output);
    }

    private static string FrameLines(CliRun run)
    {
        return string.Join('\n', run.Output.Split('\n').Where(line => !line.StartsWith('#')));
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder != null && !File.Exists(Path.Combine(folder.FullName, "TwcBridge.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new DirectoryNotFoundException("no TwcBridge.sln above");
    }
}
