using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>How a run ends, and what the world sees of it.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
public class EndingTests
{
    private const string Availability = "0 " + RunningBox.Topics + "/availability";

    [TestMethod]
    [DataRow(ToolProcess.Interrupt)]
    [DataRow(ToolProcess.Terminate)]
    public void Takes_leave_when_it_is_told_to_stop(int signal)
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using Subscriber subscriber = new(broker);
        using RunningBox box = RunningBox.StartOn(broker);
        subscriber.Messages.Await($"{Availability} online");

        Assert.AreEqual(0, box.Tool.Stop(signal));
        subscriber.Messages.Await($"{Availability} offline");
        box.Output.Await("ended after 00:00:");
        Assert.AreEqual("", box.Tool.Errors);
        AssertKept(broker, "offline");
    }

    [TestMethod]
    public void Leaves_a_will_when_it_is_killed()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using Subscriber subscriber = new(broker);
        using (RunningBox box = RunningBox.StartOn(broker))
        {
            subscriber.Messages.Await($"{Availability} online");
            box.Tool.Kill();
        }

        subscriber.Messages.Await($"{Availability} offline");
        AssertKept(broker, "offline");
        using RunningBox next = RunningBox.StartOn(broker);
        subscriber.Messages.Forget();
        subscriber.Messages.Await($"{Availability} online");
        AssertKept(broker, "online");
    }

    [TestMethod]
    public void Ends_by_itself_after_the_time_it_was_given()
    {
        using RunningBox box = RunningBox.Start("--for", "1");

        Assert.AreEqual(0, box.Tool.AwaitEnd());
        box.Output.Await("ended after 00:00:01: 0 frames sent");
    }

    // What a client is told that comes later.
    private static void AssertKept(MosquittoBroker broker, string availability)
    {
        using Subscriber late = new(broker);
        late.Messages.Await($"1 {RunningBox.Topics}/availability {availability}");
    }
}
