using System.Linq;
using System.Text.Json.Nodes;
using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>More commands at once than the box can hold: each is answered all the same.</summary>
[TestClass]
public class BurstTests
{
    private const int Count = 200;

    [TestMethod]
    [DataRow(0, "max_inflight_messages 20")]
    [DataRow(1, "max_inflight_messages 20")]
    [DataRow(1, "max_inflight_messages 0")]
    public void Answers_each_of_200_commands_in_their_order(int qos, string rule)
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen(rule, "max_queued_messages 0");
        using Subscriber subscriber = new(broker);
        using RunningBox box = RunningBox.StartOn(broker);
        box.AwaitLinked();

        // Every seventh is nonsense, and is refused in its turn.
        string[] commands = Enumerable.Range(0, Count)
            .Select(i => i % 7 == 3 ? $"{{\"amps\":\"much\",\"id\":\"{i}\"}}"
                : $"{{\"amps\":{6 + i % 20},\"id\":\"{i}\"}}")
            .ToArray();
        broker.PublishLines(RunningBox.Topics + "/set_amps", qos, commands);

        subscriber.Messages.Await(RunningBox.Topics + "/ack", $"\"id\":\"{Count - 1}\"");
        JsonNode[] acks = subscriber.Messages.Lines
            .Where(line => line.Contains(RunningBox.Topics + "/ack "))
            .Select(line => JsonNode.Parse(line[line.IndexOf('{')..])!)
            .ToArray();
        CollectionAssert.AreEqual(
            Enumerable.Range(0, Count).Select(i => $"{i} {i % 7 != 3}").ToArray(),
            acks.Select(ack => $"{ack["id"]} {(bool)ack["ok"]!}").ToArray());
        Assert.AreEqual(0, (int)box.Box["mqtt_reconnects"]!);
        Assert.AreEqual(0, (int)box.Box["bus"]!["connectors_lost"]!);
    }
}
