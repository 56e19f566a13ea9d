using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using TwcBridge.SystemTests.Cli;
using TwcBridge.SystemTests.EndToEnd;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Flashing;

/// <summary>flash, verify and backup against the stand-in for nanoff.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
public sealed class FlashTests : IDisposable
{
    private const int Ok = 0;
    private const string Devkit = "--board esp32-devkit --yes";

    private readonly FlashBench _bench = new();

    public void Dispose()
    {
        _bench.Dispose();
    }

    [TestMethod]
    public void Brings_a_bare_board_to_the_application()
    {
        CliRun run = Flash(Devkit);

        Assert.AreEqual(Ok, run.ExitCode, run.Errors);
        Assert.AreEqual("ports chip details clr details deploy details", _bench.Purposes);
        Assert.AreEqual("ESP32_PSRAM_REV0", File.ReadAllText(_bench.In("clr")));
        Assert.Contains("TwcBridge.Core", File.ReadAllText(_bench.In("application")));
        Assert.Contains("ok  writing the application: 5 assemblies", run.Output);
    }

    [TestMethod]
    [DataRow(Devkit, "ports chip details deploy details")]
    [DataRow(Devkit + " --erase", "ports chip details clr details deploy details")]
    [DataRow("--board esp32-wrover --yes", "ports chip details deploy details")]
    [DataRow("--board wt32-eth01 --yes", "ports chip details clr details deploy details")]
    public void Writes_the_image_only_where_it_does_not_fit(string options, string calls)
    {
        _bench.PutOnBoard("ESP32_PSRAM_REV0");
        CliRun run = Flash(options);

        Assert.AreEqual(Ok, run.ExitCode, run.Errors);
        Assert.AreEqual(calls, _bench.Purposes);
    }

    [TestMethod]
    public void Gives_nanoff_the_command_lines_of_the_table()
    {
        Assert.AreEqual(Ok, Flash(Devkit + " --clr-version 1.17.0.98").ExitCode);
        Assert.AreEqual(Ok, _bench.Run("backup --file", _bench.In("backup.bin")).ExitCode);
        File.WriteAllText(_bench.In("box.json"), """{"site_limit_amps":20}""");
        Assert.AreEqual(Ok, _bench.Run(
            "configure --serial /dev/ttyUSB0 --import", _bench.In("box.json")).ExitCode);

        string[] table =
        [
            "# Every command line that nanoff is given. FlashTests writes it with "
                + "UPDATE_GOLDENS=1.",
            .. _bench.Calls.Distinct(),
        ];
        string golden = Repository.Absolute(
            "tests/TwcBridge.SystemTests/Flashing/nanoff-calls.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            File.WriteAllLines(golden, table);
        }
        CollectionAssert.AreEqual(File.ReadAllLines(golden), table);
    }

    // Each failure of nanoff, of the board and of the image: its code, and what to do.
    [TestMethod]
    [DataRow("version=2.4.9", "", 6, "2.5.143 is needed. Run\n  dotnet tool update")]
    [DataRow("version=3.1.0", "", 6, "this is nanoff 3.1.0")]
    [DataRow("ports=E9000", "", 7, "please report it")]
    [DataRow("ports=none", "", 3, "Plug the board in with a USB cable that has data wires")]
    [DataRow("ports=two", "", 2, "Give it with --serial")]
    [DataRow("chip=E4000", "", 7, "Hold the button BOOT")]
    [DataRow("chip=E4005", "", 7, "Close whatever uses it")]
    [DataRow("chip=E6002", "", 7, "Close that one")]
    [DataRow("chip=garbage", "", 7, "Press its reset button")]
    [DataRow("chip=h2", "", 7, "no supported board has an ESP32-H2")]
    [DataRow("chip=s3", "", 7, "Name the board that it is with --board")]
    [DataRow("details=E6000", "", 7, "Close whatever uses it")]
    [DataRow("clr=E4002", "", 7, "Try another cable and USB port")]
    [DataRow("clr=E4003", "", 7, "Hold the button BOOT")]
    [DataRow("clr=E9005", "", 7, "Is there a connection to the Internet?")]
    [DataRow("clr=E9007", "", 7, "Check the connection to the Internet")]
    [DataRow("clr=E4711", "", 7, "Start again. Hold the button BOOT")]
    [DataRow("details=E2001", "", 7, "Press its reset button")]
    [DataRow("details=garbage", "", 7, "Press its reset button")]
    [DataRow("details=oldclr", "", 7, "the image is version 1.12.0.5, and 1.17 or newer is needed")]
    [DataRow("details=oldnet", "", 7, "System.Net is 100.2.0.1 in the image")]
    [DataRow("details=othertarget", "", 7, "twcbridge flash --erase writes it anew")]
    [DataRow("details=checksum", "", 7, "Take both from the same release")]
    [DataRow("details=checksum", "", 7,
        "mscorlib has the checksum 0x445C7AF9 in the image, and the application was built against "
        + "0x1549C856")]
    [DataRow("deploy=E2002", "", 7, "the board stopped answering half-way")]
    [DataRow("deploy=silent", "", 7, "FAILED!")]
    [DataRow("deploy=partly", "", 7, "TwcBridge is not on the board")]
    [DataRow("", "--image none.bin", 3, "Download TwcBridge.bin of a release")]
    [DataRow("", "--board esp8266", 2, "There is no board 'esp8266'. There are: esp32-devkit,")]
    [DataRow("", "--nanoff none", 6, "dotnet tool install --global nanoff --version 2.5.143")]
    public void Says_what_to_do_about(string plan, string options, int code, string advice)
    {
        _bench.Plan = plan;
        CliRun run = Flash(options.Contains("--board") ? options : $"{Devkit} {options}".Trim());

        Assert.AreEqual(code, run.ExitCode, run.Errors);
        Assert.Contains(advice, run.Errors);
    }

    [TestMethod]
    public void Compares_checksums_before_it_writes()
    {
        _bench.Plan = "details=checksum";
        _bench.PutOnBoard("ESP32_PSRAM_REV0");
        Flash(Devkit);

        Assert.AreEqual("ports chip details", _bench.Purposes);
    }

    [TestMethod]
    [DataRow("no image at all", "it is no deployment image of nanoFramework")]
    [DataRow("NFMRK2\0\0", "it is built for the next generation")]
    [DataRow("cut", "it is cut short")]
    public void Refuses_a_file_that_is_no_image(string start, string words)
    {
        byte[] whole = File.ReadAllBytes(_bench.Image);
        File.WriteAllBytes(_bench.Image, start == "cut"
            ? whole[..^50]
            : [.. System.Text.Encoding.ASCII.GetBytes(start), .. new byte[200]]);
        CliRun run = Flash(Devkit);

        Assert.AreEqual(5, run.ExitCode);
        Assert.Contains(words, run.Errors);
        Assert.AreEqual("", _bench.Purposes);
    }

    [TestMethod]
    public void Waits_for_a_board_that_is_still_starting()
    {
        _bench.PutOnBoard("ESP32_PSRAM_REV0");
        _bench.Plan = "details=once:E2001";
        CliRun run = _bench.Run("verify --image", _bench.Image);

        Assert.AreEqual("ports details details", _bench.Purposes);
        Assert.Contains("TwcBridge is not on the board", run.Output);
    }

    [TestMethod]
    public void Verifies_and_changes_nothing()
    {
        _bench.PutOnBoard("ESP32_PSRAM_REV0", [.. TestImage.Fitting.Select(one => one.Name)]);
        CliRun good = _bench.Run("verify --json --image", _bench.Image);
        _bench.PutOnBoard("ESP32_PSRAM_REV0", "mscorlib");
        CliRun bad = _bench.Run("verify --json --image", _bench.Image);

        Assert.AreEqual(Ok, good.ExitCode, good.Errors);
        Assert.IsTrue((bool)JsonNode.Parse(good.Output)!["ok"]!);
        Assert.AreEqual(9, bad.ExitCode, bad.Errors);
        Assert.Contains("TwcBridge.Core is not on the board", bad.Output);
        Assert.AreEqual("ports details ports details", _bench.Purposes);
    }

    [TestMethod]
    public void Keeps_a_backup_that_is_there_already()
    {
        string file = _bench.In("backup.bin");
        CliRun first = _bench.Run("backup --file", file);
        CliRun second = _bench.Run("backup --file", file);
        _bench.Plan = "backup=nothing";
        CliRun third = _bench.Run("backup --file", _bench.In("other.bin"));

        Assert.AreEqual(Ok, first.ExitCode, first.Errors);
        Assert.AreEqual(3, second.ExitCode);
        Assert.Contains("Choose another name", second.Errors);
        Assert.AreEqual(7, third.ExitCode);
        Assert.Contains("is not there", third.Errors);
    }

    [TestMethod]
    public void Asks_before_it_erases()
    {
        CliRun run = _bench.RunWithInput(
            "1\nn\n", "flash", "--image", _bench.Image, "--serial", "/dev/ttyUSB0");

        Assert.AreEqual(10, run.ExitCode, run.Errors);
        Assert.Contains("1  ESP32 DevKit (WROOM-32, no PSRAM)", run.Errors);
        Assert.Contains("nothing was changed", run.Errors);
        Assert.AreEqual("ports chip details", _bench.Purposes);
    }

    [TestMethod]
    public void Takes_nanoff_with_it_when_it_is_stopped()
    {
        _bench.Plan = "clr=hang";
        using Process flash = _bench.Start(
            ["flash", "--image", _bench.Image, .. Devkit.Split(' ')]);
        _bench.AwaitHanging();
        ToolProcess.Signal(flash.Id, ToolProcess.Terminate);

        Assert.IsTrue(flash.WaitForExit(20_000));
        Assert.AreEqual(10, flash.ExitCode);
        Assert.Contains("Start again to go on", flash.StandardError.ReadToEnd());
    }

    private CliRun Flash(string options)
    {
        string[] words = options.Split(' ');
        return words.Contains("--image")
            ? _bench.Run("flash", words)
            : _bench.Run("flash", ["--image", _bench.Image, .. words]);
    }
}
