using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>A broker that comes and goes, and what it kept meanwhile.</summary>
[TestClass]
public class BrokerTests
{
    [TestMethod]
    public void Goes_on_without_the_broker_and_finds_back_to_it()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using Subscriber subscriber = new(broker);
        using RunningBox box = RunningBox.StartOn(broker);
        box.AwaitLinked();

        broker.Stop();
        box.Output.Await("mqtt: lost 127.0.0.1");
        box.Output.Forget();
        box.Put("api/v1/limit", """{"amps":15}""");
        box.AwaitTold(15);
        Assert.IsFalse((bool)box.Box["mqtt_connected"]!);

        subscriber.Messages.Forget();
        broker.Start();
        box.Output.Await("mqtt: connected to 127.0.0.1");
        subscriber.Messages.Await(RunningBox.Topics + "/availability online");
        broker.Publish(RunningBox.Topics + "/set_amps", "16");
        box.AwaitTold(16);
        Assert.AreEqual(1, (int)box.Box["mqtt_reconnects"]!);
        Assert.AreEqual(0, (int)box.Box["bus"]!["connectors_lost"]!);
    }

    [TestMethod]
    public void Refuses_a_command_that_the_broker_kept()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using Subscriber subscriber = new(broker);
        broker.Publish(RunningBox.Topics + "/set_amps", "30", retain: true);
        using RunningBox box = RunningBox.StartOn(broker);

        string ack = subscriber.Messages.Await(RunningBox.Topics + "/ack");
        Assert.Contains("\"ok\":false,\"code\":\"retained\"", ack);
        Assert.Contains("without the retain flag", ack);
        Assert.AreEqual("failsafe", (string)box.Box["source"]!);
    }

    [TestMethod]
    public void Comes_in_with_user_and_password()
    {
        using MosquittoBroker broker = MosquittoBroker.StartClosed("ann", "p@ss:word");
        using RunningBox box = RunningBox.Start(
            "--mqtt", $"mqtt://ann:p%40ss%3Aword@127.0.0.1:{broker.Port}");

        box.Output.Await("mqtt: connected to 127.0.0.1");
        Assert.DoesNotContain("p@ss", string.Join('\n', box.Output.Lines));
    }
}
