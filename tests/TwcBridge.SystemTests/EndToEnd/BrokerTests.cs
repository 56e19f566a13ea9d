using System.IO;
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
    public void Serves_the_topics_of_another_project()
    {
        string settings = Path.GetTempFileName();
        File.WriteAllText(settings, """{"mqtt_compat":"twcmanager"}""");
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        MosquittoWatch watch = broker.Watch("TWC/#");
        using RunningBox box = RunningBox.StartOn(broker, "--settings", settings);
        box.AwaitLinked();

        broker.Publish("TWC/control/chargeNow", "14,600");
        box.Output.Await("boost 14.0 A");
        box.AwaitTold(14);
        Assert.AreEqual("boost", (string)box.Box["source"]!);
        broker.Publish("TWC/control/chargeNowEnd", "now");
        box.AwaitTold(12);
        Assert.IsTrue(watch.Saw("TWC/8204/ampsOffered 7.0"), string.Join('\n', watch.Lines));
        File.Delete(settings);
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
