using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using TwcBridge.Config;
using TwcBridge.SystemTests.Cli;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>What the documents tell a newcomer to type works.</summary>
[TestClass]
public class ReadmeTests
{
    private static readonly Regex Fence = new("^```");
    private static readonly Regex Option = new(@"(?<= )--[a-z][a-z-]*");
    private static readonly Regex Served = new(" --(http|for) [^ ]+");
    private static readonly Regex Script = new(@"(?<=^|\s)tests/[\w-]+\.sh\b");

    // $ echo INPUT | dotnet run --project PROJECT -- COMMAND      (a remark)
    private static readonly Regex Tool = new(
        @"^(\$ )?(echo (?<input>.*) \| )?(twcbridge|dotnet run --project (?<project>\S+) --) "
        + @"(?<command>[a-z].*?)(\s{2,}.*)?$");

    private static readonly string[] Lines = DocumentFiles().SelectMany(FencedLines).ToArray();

    private static readonly Match[] Commands =
        Lines.Select(line => Tool.Match(line)).Where(match => match.Success).ToArray();

    [TestMethod]
    public void Names_projects_and_scripts_that_exist()
    {
        string[] named =
        [
            .. Commands.Select(command => command.Groups["project"].Value),
            .. Lines.SelectMany(line => Script.Matches(line)).Select(script => script.Value),
        ];

        Assert.IsGreaterThan(6, named.Length);
        foreach (string path in named.Where(path => path.Length > 0))
        {
            Assert.IsTrue(Path.Exists(Repository.Absolute(path)), path);
        }
    }

    [TestMethod]
    public void Uses_options_that_the_help_lists()
    {
        foreach (string command in Commands.Select(match => match.Groups["command"].Value))
        {
            CliRun help = CliRun.Of(command.Split(' ')[0], "--help");

            Assert.AreEqual(0, help.ExitCode, command);
            foreach (Match option in Option.Matches(command))
            {
                Assert.Contains($"  {option.Value}", help.Output, command);
            }
        }
    }

    // Serial ports are left alone: the device in an example may be somebody's terminal here. What
    // looks for boxes would not find those of the example, nor a broker its certificate.
    [TestMethod]
    public void Gives_command_lines_that_are_understood()
    {
        foreach (Match match in Commands.Where(match => !Regex.IsMatch(
            match.Value, "--serial|--host|--mqtt-ca|discover|setup")))
        {
            string command = match.Groups["command"].Value;
            if (command.StartsWith("simulate"))
            {
                using ToolProcess simulator = new(command);
                simulator.Output.Await("8204: no link");
                Assert.AreEqual(0, simulator.Stop(), command);
                continue;
            }
            CliRun run = CliRun.WithInput(match.Groups["input"].Value, Words(command));
            Assert.AreEqual(0, run.ExitCode, $"{command}: {run.Errors}");
        }
    }

    [TestMethod]
    public void Publishes_where_a_fresh_box_listens()
    {
        string[] topics = Lines.SelectMany(line => Regex.Matches(line, @"(?<=-t )[^ ]+"))
            .Select(topic => topic.Value.Trim('\'')).ToArray();

        Assert.IsNotEmpty(topics);
        foreach (string topic in topics)
        {
            Assert.StartsWith($"twcbridge/{new Settings().Text(SettingKey.Box)}/", topic);
        }
    }

    // A run ends at once, and serves its page nowhere.
    private static string[] Words(string command)
    {
        if (command.StartsWith("run"))
        {
            command = Served.Replace(command, "") + " --http off --for 0";
        }
        return command.Split(' ')
            .Select(word => word.StartsWith("tests/") ? Repository.Absolute(word) : word)
            .ToArray();
    }

    private static IEnumerable<string> DocumentFiles()
    {
        return Directory.GetFiles(Repository.Absolute("docs"), "*.md")
            .Append(Repository.Absolute("README.md"))
            .Append(Repository.Absolute("tests/README.md"));
    }

    private static IEnumerable<string> FencedLines(string path)
    {
        bool isFenced = false;
        foreach (string line in File.ReadLines(path))
        {
            if (Fence.IsMatch(line))
            {
                isFenced = !isFenced;
            }
            else if (isFenced)
            {
                yield return line;
            }
        }
    }
}
