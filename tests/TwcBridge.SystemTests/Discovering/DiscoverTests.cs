using System;
using System.Linq;
using System.Text.Json.Nodes;
using TwcBridge.SystemTests.Cli;
using TwcBridge.SystemTests.EndToEnd;

namespace TwcBridge.SystemTests.Discovering;

/// <summary>twcbridge discover among several boxes on this machine. Linux has a whole network of
/// loopback addresses.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class DiscoverTests
{
    private const string Subnet = "127.0.0.0/28";

    [TestMethod]
    public void Finds_every_box_and_nothing_else()
    {
        string port = $"{RunningBox.FreePort()}";
        using ToolProcess first = Start("127.0.0.3", port, "garage");
        using ToolProcess second = Start("127.0.0.9", port, "carport");
        using System.Net.HttpListener other = new();
        other.Prefixes.Add($"http://127.0.0.5:{port}/");
        other.Start();
        other.BeginGetContext(call => other.EndGetContext(call).Response.Close(), null);
        first.Output.Await("bus: in control");
        second.Output.Await("bus: in control");

        CliRun run = CliRun.Of(
            "discover", "--subnet", Subnet, "--port", port, "--yes", "--json");

        Assert.AreEqual(0, run.ExitCode, run.Errors);
        JsonNode[] boxes = [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)];
        CollectionAssert.AreEqual(
            new[] { $"http://127.0.0.3:{port}/ garage", $"http://127.0.0.9:{port}/ carport" },
            boxes.Select(box => $"{box["address"]} {box["box"]}").ToArray(), run.Output);
        Assert.Contains("controlling", (string)boxes[0]["state"]!);
    }

    [TestMethod]
    [DataRow("y\n", 4, "no box in 127.0.0.0/28. Is it switched on")]
    [DataRow("n\n", 10, "nobody was asked")]
    [DataRow("", 10, "Give it with --yes")]
    public void Asks_first(string answer, int code, string words)
    {
        CliRun run = CliRun.WithInput(
            answer, "discover", "--subnet", Subnet, "--port", $"{RunningBox.FreePort()}");

        Assert.AreEqual(code, run.ExitCode, run.Errors);
        Assert.Contains("Ask all 14 addresses of 127.0.0.0/28", run.Errors);
        Assert.Contains(words, run.Errors);
    }

    [TestMethod]
    [DataRow("--subnet 10.0.0.0/8")]
    [DataRow("--subnet home")]
    [DataRow("--subnet ::1/128")]
    [DataRow("--subnet 127.0.0.1/28 --port 0 --yes")]
    public void Refuses_networks_that_are_none_or_too_wide(string options)
    {
        Assert.AreEqual(2, CliRun.Of($"discover {options}".Split(' ')).ExitCode);
    }

    private static ToolProcess Start(string address, string port, string name)
    {
        return new ToolProcess("run", "--http", $"{address}:{port}", "--box", name);
    }
}
