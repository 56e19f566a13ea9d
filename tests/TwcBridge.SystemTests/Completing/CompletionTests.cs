using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using TwcBridge.SystemTests.Cli;

namespace TwcBridge.SystemTests.Completing;

[TestClass]
public class CompletionTests
{
    [TestMethod]
    [DataRow("twcbridge m", "monitor")]
    [DataRow("twcbridge monitor --c", "--capture --color")]
    [DataRow("twcbridge flash --board esp32-s", "esp32-s3-octal esp32-s3-quad")]
    [DataRow("twcbridge setup --only q", "questions")]
    [DataRow("twcbridge monitor --message vin-end", "vin-end-answer vin-end-query")]
    [DataRow("twcbridge completion z", "zsh")]
    public void Proposes_what_fits(string line, string words)
    {
        string[] found = CliRun.Of($"[suggest:{line.Length}]", line).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        foreach (string word in words.Split(' '))
        {
            CollectionAssert.Contains(found, word);
        }
    }

    // With the real shell, as far as that goes without a terminal: its function is called as it
    // would call it.
    [TestMethod]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public void Completes_in_bash()
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "twcbridge.dll");
        string script = $$"""
            twcbridge() { dotnet "{{tool}}" "$@"; }
            source <(twcbridge completion bash)
            COMP_LINE="twcbridge si"; COMP_POINT=12; COMP_WORDS=(twcbridge si); COMP_CWORD=1
            _twcbridge
            echo "${COMPREPLY[@]}"
            """;
        using Process bash = Process.Start(
            new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true })!;

        Assert.AreEqual("simulate\n", bash.StandardOutput.ReadToEnd());
    }

    [TestMethod]
    public void Has_a_script_for_each_shell_that_it_names()
    {
        string help = CliRun.Of("completion", "--help").Output;
        string[] shells = ["bash", "zsh", "fish", "pwsh"];

        foreach (string shell in shells)
        {
            Assert.Contains(shell, help);
            Assert.Contains("[suggest:", CliRun.Of("completion", shell).Output);
        }
        CliRun other = CliRun.Of("completion", "cmd");
        Assert.AreEqual(2, other.ExitCode);
        Assert.IsTrue(shells.All(other.Errors.Contains), other.Errors);
    }
}
