using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TwcBridge.Charging;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.SystemTests.Mqtt;
using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.Evcc;

/// <summary>Reads and writes what docs/evcc.md tells evcc to, as evcc's plugins would.</summary>
[TestClass]
public class EvccTests
{
    private const string Charger = $"{SocketLoop.Base}/charger/1a2b";

    private readonly EvccRecipe _recipe = new();

    [TestMethod]
    public void Names_only_topics_that_exist()
    {
        string[] read = [.. _recipe.Ending("jq")
            .Select(path => _recipe[path.Replace(".jq", ".topic")])];
        Assert.HasCount(6, read);
        CollectionAssert.AreEqual(
            new[] { $"{Charger}/state" }, read.Distinct().ToArray());
        Assert.AreEqual($"{Charger}/enabled/set", _recipe["enable.topic"]);
        Assert.AreEqual($"{Charger}/set_amps", _recipe["maxcurrent.set.topic"]);
    }

    [TestMethod]
    [DataRow(false, false, ConnectorFault.None, "A")]
    [DataRow(true, false, ConnectorFault.None, "B")]
    [DataRow(true, true, ConnectorFault.None, "C")]
    [DataRow(true, true, ConnectorFault.ReportsError, "F")]
    public void Reads_letters_truth_and_numbers(
        bool connected, bool charging, ConnectorFault fault, string letter)
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port);
        ConnectorStatus connector = loop.Status.Connector(0);
        connector.Connected = connected;
        connector.Charging = charging;
        connector.Fault = fault;
        connector.Enabled = charging;
        connector.CurrentCentiamps[0] = 1250;
        connector.Volts[0] = 230;
        loop.Surface.OnStatus(loop.Status);
        MosquittoWatch watch = broker.Watch($"{Charger}/#");
        loop.Until(() => watch.Saw($"{Charger}/state {{"), "the state");
        loop.Until(() => watch.Saw($"{Charger}/power "), "the single topics");

        Assert.AreEqual(letter, Read(watch, "status"));
        Assert.AreEqual(charging, bool.Parse(Read(watch, "enabled")));
        Assert.AreEqual(2875, Number(Read(watch, "power")));
        Assert.AreEqual(12.5, Number(Read(watch, "currents.0")));
        Assert.AreEqual(0, Number(Read(watch, "currents.1")));
        Assert.AreEqual(0, Number(Read(watch, "currents.2")));
        Assert.IsTrue(watch.Saw($"{Charger}/status {letter}"));
        Assert.IsTrue(watch.Saw($"{Charger}/enabled {(charging ? "true" : "false")}"));
        Assert.IsTrue(watch.Saw($"{Charger}/power 2875"));
    }

    [TestMethod]
    public void Sets_amps_and_permission()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port);
        MosquittoWatch watch = broker.Watch($"{SocketLoop.Base}/ack");
        loop.UntilOnline();

        broker.Publish(
            _recipe["maxcurrent.set.topic"],
            _recipe["maxcurrent.set.payload"].Replace("${maxcurrent}", "13"));
        loop.Until(() => loop.AskedCentiamps == 1300, "13 A");
        foreach (string word in new[] { "true", "false" })
        {
            broker.Publish(
                _recipe["enable.topic"], _recipe["enable.payload"].Replace("${enable}", word));
        }
        loop.Until(() => watch.Lines.Count == 3, "three answers");
        Assert.AreEqual(3, watch.Count("\"ok\":true"), string.Join('\n', watch.Lines));
    }

    [TestMethod]
    public void Keeps_the_claim_by_renewing_it_at_half_the_lease()
    {
        int leaseSeconds = (int)JsonNode.Parse(
            _recipe["maxcurrent.set.payload"].Replace("${maxcurrent}", "13"))!["ttl"]!;
        Assert.AreEqual($"{leaseSeconds}s", _recipe["maxcurrent.timeout"]);
        long renewMs = leaseSeconds * 1000L / 2;
        Bridge bridge = new(BridgeOptions.From(new Settings()), 0);
        BoxStatus status = new();
        CommandResult result = new();
        Command command = new()
        {
            Kind = CommandKind.SetAmps,
            Centiamps = 1300,
            TtlMs = leaseSeconds * 1000,
        };
        long nowMs = 0;
        bool lost = false;
        for (int renewal = 0; renewal < 10; renewal++)
        {
            bridge.OnCommand(command, result, nowMs);
            Assert.AreEqual(CommandCode.Applied, result.Code);
            for (long endMs = nowMs + renewMs; nowMs < endMs; nowMs += 500)
            {
                bridge.OnTime(nowMs);
                bridge.CopyStatusTo(status, nowMs);
                lost |= status.Source != ClaimSource.Command;
            }
        }
        Assert.IsFalse(lost);

        nowMs += renewMs;
        bridge.OnTime(nowMs);
        bridge.CopyStatusTo(status, nowMs);
        Assert.AreEqual(ClaimSource.Failsafe, status.Source);
    }

    /// <summary>The last payload through the recipe's filter, which is a path and perhaps a value
    /// instead of null.</summary>
    private string Read(MosquittoWatch watch, string attribute)
    {
        string topic = _recipe[$"{attribute}.topic"];
        string line = watch.Lines.Last(seen => seen.Contains($" {topic} "));
        JsonNode? node = JsonNode.Parse(line[line.IndexOf('{')..]);
        string[] filter = _recipe[$"{attribute}.jq"].Split(" // ");
        foreach (Match step in Regex.Matches(filter[0], @"\.(\w+)|\[(\d)\]"))
        {
            node = step.Groups[1].Success
                ? node!.AsObject()[step.Groups[1].Value]
                : node!.AsArray()[int.Parse(step.Groups[2].Value)];
        }
        return node?.ToString() ?? filter[1];
    }

    private static double Number(string text)
    {
        return double.Parse(text, CultureInfo.InvariantCulture);
    }
}
