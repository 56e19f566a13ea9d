using System.Globalization;
using System.Text.Json.Nodes;
using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>Two connectors, a broker and HTTP: what a user asks for reaches the wire.</summary>
[TestClass]
public class CommandTests
{
    private const string Ack = RunningBox.Topics + "/ack";
    private const string State = RunningBox.Topics + "/state";

    private static MosquittoBroker s_broker = null!;
    private static RunningBox s_box = null!;
    private static Subscriber s_subscriber = null!;

    [ClassInitialize]
    public static void Start(TestContext context)
    {
        s_broker = MosquittoBroker.StartOpen();
        s_subscriber = new Subscriber(s_broker);
        s_box = RunningBox.StartOn(s_broker);
        s_box.AwaitLinked();
    }

    [ClassCleanup]
    public static void End()
    {
        s_box.Dispose();
        s_subscriber.Dispose();
        s_broker.Dispose();
    }

    [TestInitialize]
    public void GiveEverythingBack()
    {
        s_box.Delete("api/v1/limit");
        s_box.Delete("api/v1/chargers/8204/limit");
        s_box.Delete("api/v1/chargers/8205/limit");
        s_box.Put("api/v1/enabled", """{"enabled":true}""");
        s_box.Put("api/v1/chargers/8204/enabled", """{"enabled":true}""");
        s_box.Output.Forget();
        s_subscriber.Messages.Forget();
    }

    [TestMethod]
    public void Links_two_connectors_within_five_seconds()
    {
        string[] lines = s_box.Output.Lines;

        foreach (string linked in new[] { "8204: linked", "8205: linked" })
        {
            string line = System.Array.Find(
                lines, line => line.Contains(linked) && line.Contains("draws 0.0 A"))!;
            Assert.IsLessThan(5.0, SecondsOf(line), line);
        }
    }

    [TestMethod]
    public void Takes_amps_from_a_publisher()
    {
        Publish("set_amps", "13");

        Assert.AreEqual(13.0, (double)NextAck("set_amps")["applied_a"]!);
        s_box.Output.Await("command site set_amps 13.0 A for 120 s by MQTT: 13.0 A is in force.");
        s_box.AwaitTold(13);
        s_box.Output.Await("site: 13.0 A by command, offered 13.0 A of 32.0 A");
        Assert.AreEqual(13.0, (double)s_box.Box["offered_a"]!);
        s_subscriber.Messages.Await($"{State} ", "\"offered_a\":13.0");
    }

    [TestMethod]
    public void Takes_amps_by_http_and_gives_them_back()
    {
        (int status, JsonNode answer) = s_box.Put("api/v1/limit", """{"amps":20,"ttl":60}""");
        Assert.AreEqual(200, status, answer.ToJsonString());
        Assert.AreEqual(20.0, (double)answer["applied_a"]!);
        s_box.Output.Await("command site set_amps 20.0 A for 60 s by HTTP");
        s_box.AwaitTold(20);
        Assert.AreEqual("command", (string)s_box.Box["source"]!);

        (status, answer) = s_box.Delete("api/v1/limit");
        Assert.AreEqual(200, status, answer.ToJsonString());
        s_box.AwaitTold(12);
        s_box.Output.Await("site: 6.0 A each by fail-safe, offered 12.0 A of 32.0 A");
        Assert.IsTrue((bool)s_box.Box["failsafe"]!);
    }

    [TestMethod]
    public void Takes_amps_for_one_connector()
    {
        Publish("charger/8204/set_amps", "10");
        (int status, _) = s_box.Put("api/v1/chargers/8205/limit", """{"amps":9}""");

        Assert.AreEqual(200, status);
        Assert.AreEqual("8204", (string)NextAck("set_amps")["charger"]!);
        s_box.Output.Await("8204: linked", "10.0 A by command, offered 10.0 A");
        s_box.Output.Await("8205: linked", "9.0 A by command, offered 9.0 A");
        s_box.AwaitTold(19);

        s_box.Delete("api/v1/chargers/8205/limit");
        s_box.Output.Await("8205: linked", "6.0 A by fail-safe, offered 6.0 A");
        Assert.AreEqual(10.0, (double)s_box.Get("api/v1/chargers/8204")["offered_a"]!);
    }

    [TestMethod]
    [DataRow("", "site:", "api/v1")]
    [DataRow("charger/8204/", "8204:", "api/v1/chargers/8204")]
    public void Is_stopped_and_started_by_mqtt_and_by_http(
        string topic, string subject, string path)
    {
        Publish(topic + "enabled/set", "false");
        Assert.IsTrue((bool)NextAck("enabled")["ok"]!);
        s_box.Output.Await(subject, "stopped by a user");

        s_box.Output.Forget();
        Assert.AreEqual(200, s_box.Put(path + "/enabled", """{"enabled":true}""").Status);
        s_box.Output.Await(line => line.Contains(subject) && !line.Contains("stopped"), "started");

        s_box.Output.Forget();
        Assert.AreEqual(200, s_box.Put(path + "/enabled", """{"enabled":false}""").Status);
        s_box.Output.Await(subject, "stopped by a user");

        s_box.Output.Forget();
        Publish(topic + "enabled/set", "true");
        s_box.Output.Await(line => line.Contains(subject) && !line.Contains("stopped"), "started");
    }

    [TestMethod]
    public void Takes_a_priority_by_http_and_by_mqtt()
    {
        Publish("charger/8205/priority/set", "8");
        Assert.IsTrue((bool)NextAck("priority")["ok"]!);
        (int status, JsonNode answer) =
            s_box.Put("api/v1/chargers/8204/priority", """{"priority":7,"id":"x"}""");
        Assert.AreEqual(200, status, answer.ToJsonString());
        Assert.AreEqual("x", (string)answer["id"]!);
        Assert.AreEqual(7, (int)s_box.Get("api/v1/chargers/8204")["priority"]!);
        Assert.AreEqual(8, (int)s_box.Get("api/v1/chargers/8205")["priority"]!);

        (status, answer) = s_box.Put("api/v1/chargers/8204/priority", """{"priority":10}""");
        Assert.AreEqual(422, status, answer.ToJsonString());
        Assert.AreEqual("priority", (string)answer["field"]!);
    }

    [TestMethod]
    public void Holds_the_minimum_while_it_is_stopped()
    {
        s_box.Put("api/v1/limit", """{"amps":20}""");
        s_box.AwaitTold(20);

        s_box.Put("api/v1/enabled", """{"enabled":false}""");
        s_box.AwaitTold(12);
        Assert.AreEqual(20.0, (double)s_box.Box["requested_a"]!);
    }

    [TestMethod]
    public void Refuses_over_http_what_is_out_of_range()
    {
        (int status, JsonNode answer) = s_box.Put("api/v1/limit", """{"amps":40}""");

        Assert.AreEqual(422, status);
        Assert.AreEqual("out_of_range", (string)answer["code"]!);
        Assert.Contains("allowed is 0 or 6.0 to 32.0 A", (string)answer["message"]!);
        Assert.AreEqual("failsafe", (string)s_box.Box["source"]!);
    }

    [TestMethod]
    public void Cuts_over_mqtt_what_is_above_the_ceiling_and_says_so()
    {
        Publish("set_amps", """{"amps":40,"id":"mine"}""");
        JsonNode ack = NextAck("set_amps");

        Assert.AreEqual("mine", (string)ack["id"]!);
        Assert.AreEqual("clamped", (string)ack["code"]!);
        Assert.AreEqual(32.0, (double)ack["applied_a"]!);
        s_box.Output.Await("site: 32.0 A by command");
    }

    [TestMethod]
    [DataRow("set_amps", "banana")]
    [DataRow("set_amps", "-3")]
    [DataRow("set_amps", "NaN")]
    [DataRow("set_amps", "{\"amps\":13,\"volts\":400}")]
    [DataRow("charger/ffff/set_amps", "13")]
    [DataRow("enabled/set", "perhaps")]
    [DataRow("set_amps", null)]
    public void Refuses_a_payload_that_makes_no_sense(string topic, string? payload)
    {
        Publish(topic, payload ?? new string('1', 300));

        string line = s_subscriber.Messages.Await(Ack);
        Assert.Contains("\"ok\":false", line);
        Assert.AreEqual("failsafe", (string)s_box.Box["source"]!);
    }

    [TestMethod]
    public void Falls_back_to_the_failsafe_when_a_lease_ends()
    {
        s_box.Put("api/v1/limit", """{"amps":18,"ttl":3}""");
        string asked = s_box.Output.Await("command site set_amps 18.0 A for 3 s by HTTP");
        s_subscriber.Messages.Await($"{State} ", "\"failsafe\":false");
        s_subscriber.Messages.Forget();

        double askedAt = SecondsOf(asked);
        string ended = s_box.Output.Await(
            line => line.Contains("site: 6.0 A each by fail-safe") && SecondsOf(line) > askedAt,
            "fail-safe");
        Assert.AreEqual(3.0, SecondsOf(ended) - askedAt, 1.0);
        s_subscriber.Messages.Await($"{State} ", "\"failsafe\":true");
        s_box.AwaitTold(12);
    }

    private static void Publish(string topic, string payload)
    {
        s_broker.Publish($"{RunningBox.Topics}/{topic}", payload);
    }

    private static JsonNode NextAck(string command)
    {
        string line = s_subscriber.Messages.Await(Ack, $"\"cmd\":\"{command}\"");
        return JsonNode.Parse(line[line.IndexOf('{')..])!;
    }

    // The lines of a run begin with the time.
    private static double SecondsOf(string line)
    {
        return double.Parse(line.Trim().Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
