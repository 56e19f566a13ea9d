namespace TwcBridge.SystemTests.Cli;

[TestClass]
public class CommandLineTests
{
    private const int Ok = 0;
    private const int Usage = 2;
    private const int CannotOpen = 3;
    private const int BadInput = 5;

    [TestMethod]
    [DataRow("", "decode")]
    [DataRow("decode", "decode capture.txt")]
    [DataRow("simulate", "simulate --pty")]
    [DataRow("monitor", "monitor --serial")]
    [DataRow("setup", "setup --only settings")]
    [DataRow("discover", "discover --subnet")]
    [DataRow("doctor", "doctor --host")]
    [DataRow("completion", "completion bash")]
    [DataRow("flash", "flash --erase")]
    [DataRow("verify", "verify --image")]
    [DataRow("backup", "backup --file")]
    [DataRow("configure", "configure --host")]
    public void Shows_help_with_examples(string command, string example)
    {
        CliRun run = command.Length == 0
            ? CliRun.Of("--help")
            : CliRun.Of(command, "--help");

        Assert.AreEqual(Ok, run.ExitCode);
        Assert.Contains($"Usage:\n  twcbridge {command}".TrimEnd(), run.Output);
        Assert.Contains(example, run.Output[run.Output.IndexOf("Examples:")..]);
        Assert.AreEqual("", run.Errors);
    }

    [TestMethod]
    public void Shows_its_version()
    {
        CliRun run = CliRun.Of("--version");

        Assert.AreEqual(Ok, run.ExitCode);
        Assert.StartsWith("0.", run.Output);
    }

    [TestMethod]
    [DataRow(Usage, "see twcbridge --help")]
    [DataRow(Usage, "'dcode'", "dcode")]
    [DataRow(Usage, "'--bogus'", "--bogus")]
    [DataRow(Usage, "see twcbridge decode --help", "decode")]
    [DataRow(Usage, "'--bogus'", "decode", "--bogus")]
    [DataRow(Usage, "'more.txt'", "decode", "a.txt", "more.txt")]
    [DataRow(Usage, "--for: '-1' is no time. Give whole seconds: --for 60.", "run", "--for", "-1")]
    [DataRow(Usage, "--for: 'x' is no time. Give whole seconds: --for 60.", "run", "--for", "x")]
    [DataRow(CannotOpen, "no-such-file.txt", "decode", "no-such-file.txt")]
    [DataRow(CannotOpen, "denied", "decode", "/")]
    [DataRow(BadInput, "line 1: 'is' is not hex", "decode", "-")]
    public void Ends_with_a_code_for_each_failure(
        int code, string words, params string[] arguments)
    {
        CliRun run = CliRun.WithInput("C0 is not a frame", arguments);

        Assert.AreEqual(code, run.ExitCode, run.Errors);
        Assert.Contains(words, run.Errors);
        Assert.AreEqual("", run.Output);
    }
}
