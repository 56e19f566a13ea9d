using System.Linq;
using TwcBridge.SystemTests.Mqtt;
using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.HomeAssistant;

/// <summary>What a Home Assistant at a real broker would hear.</summary>
[TestClass]
public class HomeAssistantBrokerTests
{
    private const string Prefix = "homeassistant";
    private const string Box = $"{Prefix}/device/twcbridge_a1b2c3/config {{";
    private const string Connector = $"{Prefix}/device/twcbridge_a1b2c3_1a2b/config {{";

    [TestMethod]
    [DataRow(7)]
    [DataRow(4096)]
    public void Finds_each_device_announced_when_it_starts_later(int chunkBytes)
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port, chunkBytes: chunkBytes, prefix: Prefix);
        UntilSettled(loop);

        MosquittoWatch watch = broker.Watch($"{Prefix}/#");
        loop.Until(() => watch.Saw(Box) && watch.Saw(Connector), "both are retained");

        DiscoveryCheck check = new();
        foreach (string line in watch.Lines)
        {
            Assert.StartsWith("1 0 ", line);
            check.Read(line[line.IndexOf('{')..]);
        }
        Assert.HasCount(2, watch.Lines);
        Assert.AreEqual("", string.Join('\n', check.Complaints));
        Assert.AreEqual(1, loop.Session.Counters.Connects);
    }

    [TestMethod]
    public void Hears_it_again_after_it_has_said_that_it_is_online()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port, prefix: Prefix);
        UntilSettled(loop);
        MosquittoWatch watch = broker.Watch($"{Prefix}/device/#");

        long messages = loop.Session.Counters.MessagesReceived;
        broker.Publish($"{Prefix}/status", "online");
        loop.Until(() => loop.Session.Counters.MessagesReceived > messages, "hears of it");
        Assert.AreEqual(1, watch.Count(Box));
        loop.Skip(5_000);
        loop.Until(() => watch.Count(Box) == 2 && watch.Count(Connector) == 2, "all again");

        Assert.AreEqual(2, watch.Lines.Count(line => line.StartsWith("0 0 ")));
    }

    [TestMethod]
    public void Finds_nothing_any_more_after_the_owner_has_switched_it_off()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using SocketLoop loop = new(broker.Port, prefix: Prefix);
        UntilSettled(loop);

        loop.Surface.OnDiscoverySwitched(false);
        UntilSettled(loop);

        MosquittoWatch watch = broker.Watch($"{Prefix}/#");
        Assert.HasCount(0, watch.Lines);
    }

    private static long Answers(SocketLoop loop) =>
        loop.Session.Counters.PacketsReceived - loop.Session.Counters.MessagesReceived;

    /// <summary>All is told and the broker has it.</summary>
    private static void UntilSettled(SocketLoop loop)
    {
        loop.UntilOnline();
        loop.Until(
            () => loop.Surface.NextDueAtMs > loop.NowMs + 1_000 && loop.Session.OutputLength == 0,
            "has told everything");
        loop.Skip(15_000);
        long received = Answers(loop);
        loop.Until(() => Answers(loop) > received, "a ping goes round");
        loop.Until(() => loop.Surface.NextDueAtMs > loop.NowMs, "has told everything");
    }
}
