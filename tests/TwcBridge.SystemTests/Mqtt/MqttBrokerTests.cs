using System.Linq;
using System.Text.Json;
using TwcBridge.Mqtt;
using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.Mqtt;

/// <summary>The session and the surface against a broker that somebody else wrote.</summary>
[TestClass]
public class MqttBrokerTests
{
    private const string Charger = $"{SocketLoop.Base}/charger/1a2b";
    private const string Ack = $"{SocketLoop.Base}/ack";

    [TestMethod]
    public void Shows_its_state_to_other_clients_and_to_those_that_come_later()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port);
        MosquittoWatch early = broker.Watch($"{SocketLoop.Base}/#");
        loop.UntilOnline();
        loop.Until(() => early.Saw($"{Charger}/state {{"), "the state arrives");

        MosquittoWatch late = broker.Watch($"{SocketLoop.Base}/#");
        loop.Until(() => late.Saw($"{Charger}/state {{"), "the state is retained");

        string[] expected =
        [
            $"1 1 {SocketLoop.Base}/availability online",
            $"1 1 {Charger}/availability online",
            $"1 0 {Charger}/status A",
            $"1 0 {Charger}/enabled true",
            $"1 0 {Charger}/offered_amps 0.0",
        ];
        foreach (string line in expected)
        {
            loop.Until(() => late.Lines.Contains(line), line);
        }
        Assert.IsFalse(late.Saw("/power"), "what is unknown is not kept");
        string state = late.Lines.First(line => line.Contains($"{Charger}/state "));
        using JsonDocument json = JsonDocument.Parse(state[state.IndexOf('{')..]);
        Assert.AreEqual("1a2b", json.RootElement.GetProperty("id").GetString());
    }

    [TestMethod]
    public void Names_a_wrong_password_and_comes_in_with_the_right_one()
    {
        using MosquittoBroker broker = MosquittoBroker.StartClosed("box", "right");
        using SocketLoop wrong = new(broker.Port, "box", "wrong");
        wrong.Until(() => wrong.Session.CloseReason != MqttCloseReason.None, "is refused");
        Assert.AreEqual(MqttCloseReason.RefusedNotAuthorised, wrong.Session.CloseReason);
        Assert.IsGreaterThan(50_000, wrong.Session.NextDueAtMs - wrong.NowMs);

        using SocketLoop right = new(broker.Port, "box", "right");
        right.UntilOnline();
    }

    [TestMethod]
    public void Comes_back_when_the_broker_does_and_tells_everything_again()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port);
        loop.UntilOnline();

        broker.Stop();
        loop.Until(() => !loop.Session.IsOnline, "notices");
        Assert.AreEqual(MqttCloseReason.ConnectionLost, loop.Session.CloseReason);
        for (int i = 0; i < 3; i++)
        {
            int dials = loop.Session.Counters.Dials;
            loop.SkipBackoff();
            loop.Until(() => loop.Session.Counters.Dials > dials, "tries again");
            Assert.AreEqual(MqttCloseReason.DialFailed, loop.Session.CloseReason);
        }
        broker.Start();
        loop.SkipBackoff();
        loop.UntilOnline();

        MosquittoWatch watch = broker.Watch($"{SocketLoop.Base}/#");
        loop.Until(() => watch.Saw($"{Charger}/state {{"), "the state is told again");
        broker.Publish($"{SocketLoop.Base}/set_amps", "16");
        loop.Until(() => loop.AskedCentiamps == 1600, "commands arrive again");
        Assert.AreEqual(2, loop.Session.Counters.Connects);
    }

    [TestMethod]
    public void Is_offline_for_others_when_its_connection_breaks()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port);
        MosquittoWatch watch = broker.Watch($"{SocketLoop.Base}/availability");
        loop.Until(() => watch.Saw("availability online"), "is online");

        loop.Cut();
        loop.Until(() => watch.Saw("availability offline"), "the broker tells it");
    }

    // One that is gone since the box was last there, and two that are none of ours.
    [TestMethod]
    public void Takes_back_what_the_broker_kept_of_a_connector_that_is_gone()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        const string Gone = $"{SocketLoop.Base}/charger/8204";
        const string Other = "twcbridge/ffffff/charger/8204";
        foreach (string topic in new[] { Gone, Other, Charger })
        {
            broker.Publish($"{topic}/availability", "online", retain: true);
            broker.Publish($"{topic}/status", "C", retain: true);
            broker.Publish($"{topic}/offered_amps", "16.0", retain: true);
            broker.Publish($"{topic}/power", "3680", retain: true);
            broker.Publish($"{topic}/state", "{}", retain: true);
        }
        broker.Publish($"{SocketLoop.Base}/charger/8205/availability", "online", retain: true);
        using SocketLoop loop = new(broker.Port);
        MosquittoWatch early = broker.Watch($"{SocketLoop.Base}/#");
        loop.Until(() => early.Saw($"{Charger}/state {{"), "the state arrives");
        loop.Until(() => early.Count($"{Gone}/state") == 2, "all of the first");
        loop.Until(() => early.Saw("8205/availability offline"), "the second");

        MosquittoWatch late = broker.Watch("twcbridge/#");
        loop.Until(() => late.Saw($"{Charger}/state {{"), "what is retained");
        Assert.IsTrue(late.Saw($"1 0 {Gone}/availability offline"));
        Assert.IsTrue(late.Saw($"1 0 {Gone}/status F"));
        Assert.IsTrue(late.Saw($"1 0 {Gone}/offered_amps 0.0"));
        Assert.IsFalse(late.Saw($"{Gone}/power"), "unknown");
        Assert.IsFalse(late.Saw($"{Gone}/state"), "of the past");
        Assert.IsTrue(late.Saw($"{Other}/availability online"), "of another box");
        Assert.IsTrue(late.Saw($"{Other}/power 3680"), "of another box");
        Assert.IsTrue(late.Saw($"{Charger}/availability online"), "here it is");
        Assert.IsTrue(late.Saw($"{Charger}/status A"));
    }

    [TestMethod]
    public void Is_offline_for_others_once_when_it_leaves()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port);
        MosquittoWatch watch = broker.Watch($"{SocketLoop.Base}/availability");
        loop.Until(() => watch.Saw("availability online"), "is online");

        Assert.IsTrue(loop.Surface.TryLeave(loop.NowMs));
        loop.Until(() => loop.Session.State == MqttSessionState.Stopped, "leaves");
        loop.Until(() => watch.Saw("availability offline"), "says so");

        // Whatever the broker says of its own accord comes before this.
        broker.Publish($"{SocketLoop.Base}/availability", "end");
        loop.Until(() => watch.Saw("availability end"), "the end");
        Assert.AreEqual(1, watch.Count("availability offline"));
    }

    [TestMethod]
    public void Notices_a_broker_that_is_frozen()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port);
        loop.UntilOnline();
        loop.Until(() => loop.Surface.NextDueAtMs > loop.NowMs, "has told everything");

        broker.Freeze();
        loop.Skip(15_000);
        long received = loop.Session.Counters.PacketsReceived;
        loop.Until(() => loop.Session.NextDueAtMs > loop.NowMs, "has sent a ping");
        loop.Skip(10_000);
        loop.Until(() => !loop.Session.IsOnline, "gives up");

        Assert.AreEqual(MqttCloseReason.PingTimeout, loop.Session.CloseReason);
        Assert.AreEqual(received, loop.Session.Counters.PacketsReceived);
    }

    [TestMethod]
    public void Lives_on_through_pings()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port);
        loop.UntilOnline();
        loop.Until(() => loop.Surface.NextDueAtMs > loop.NowMs, "has told everything");
        loop.Until(() => loop.Session.NextDueAtMs > loop.NowMs + 14_000, "all is confirmed");
        for (int i = 0; i < 5; i++)
        {
            long received = loop.Session.Counters.PacketsReceived;
            loop.Skip(loop.Session.NextDueAtMs - loop.NowMs);
            loop.Until(() => loop.Session.Counters.PacketsReceived > received, "hears the answer");
        }
        Assert.AreEqual(1, loop.Session.Counters.Connects);
        Assert.IsTrue(loop.Session.IsOnline);
    }

    [TestMethod]
    public void Answers_a_retained_command_and_does_not_follow_it()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        broker.Publish($"{Charger}/set_amps", """{"amps":32,"id":"old"}""", retain: true);
        using SocketLoop loop = new(broker.Port);
        MosquittoWatch watch = broker.Watch(Ack);

        loop.Until(() => watch.Saw("\"code\":\"retained\""), "is refused");

        Assert.IsTrue(watch.Saw("""
            0 1 twcbridge/a1b2c3/ack {"cmd":"set_amps","charger":"1a2b","id":"old","ok":false,
            """.Trim()));
        Assert.AreEqual(0, loop.AskedCentiamps);
    }

    [TestMethod]
    [DataRow(300)]
    [DataRow(5_000)]
    [DataRow(300_000)]
    public void Answers_an_oversized_command_and_works_on(int length)
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port);
        MosquittoWatch watch = broker.Watch(Ack);
        loop.UntilOnline();

        broker.Publish($"{Charger}/set_amps", new string('1', length));
        loop.Until(() => watch.Saw("\"code\":\"too_long\""), "is refused");
        broker.Publish($"{Charger}/set_amps", "16");
        loop.Until(() => watch.Saw("\"code\":\"ok\""), "the next is taken");

        Assert.AreEqual(1600, loop.AskedCentiamps);
        Assert.AreEqual(1, loop.Session.Counters.Connects);
    }

    [TestMethod]
    public void Answers_malformed_commands_one_by_one_and_works_on()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port);
        MosquittoWatch watch = broker.Watch(Ack);
        loop.UntilOnline();
        string[] payloads =
            ["abc", "NaN", """{"amps":""", """{"amps":6,"x":1}""", "\u00e9\u0001", "1e99"];

        foreach (string payload in payloads)
        {
            broker.Publish($"{Charger}/set_amps", payload);
        }
        broker.Publish($"{SocketLoop.Base}/charger/nobody/set_amps", "16");
        broker.Publish($"{SocketLoop.Base}/enabled/set", "perhaps");
        loop.Until(() => watch.Count("\"ok\":false") == payloads.Length + 2, "all are refused");
        Assert.AreEqual(0, loop.AskedCentiamps);

        broker.Publish($"{Charger}/set_amps", "16");
        loop.Until(() => watch.Saw("\"code\":\"ok\""), "the next is taken");
        Assert.AreEqual(1, loop.Session.Counters.Connects);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(4096)]
    public void Delivers_each_confirmed_message_once_and_in_order(int chunkBytes)
    {
        const int MessageCount = 200;
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port, chunkBytes: chunkBytes);
        MosquittoWatch watch = broker.Watch("numbers");
        loop.UntilOnline();
        int next = 0;

        loop.Until(() => PublishMore(loop, ref next, MessageCount), "all are taken");
        loop.Until(() => watch.Lines.Count >= MessageCount, "all arrive");

        string[] expected = [.. Enumerable.Range(0, MessageCount).Select(i => $"0 1 numbers {i}")];
        CollectionAssert.AreEqual(expected, watch.Lines.ToArray());
        Assert.AreEqual(0L, loop.Session.Counters.Resent);
    }

    private static bool PublishMore(SocketLoop loop, ref int next, int count)
    {
        while (next < count && loop.Session.TryPublish(Numbered(next), loop.NowMs))
        {
            next++;
        }
        return next == count;
    }

    private static MqttPublication Numbered(int number)
    {
        MqttPublication publication = new(new(16), new(16)) { Qos = 1 };
        publication.Topic.Ascii("numbers");
        publication.Payload.Number(number);
        return publication;
    }
}
