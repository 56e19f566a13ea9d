using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.Loops;
using TwcBridge.Mqtt;
using TwcBridge.SystemTests.Support;
using TwcBridge.VirtualDevice.Hosting;

namespace TwcBridge.SystemTests.Mqtt;

/// <summary>The pump between a session and its connection: when it dials, and that it always comes
/// back.</summary>
[TestClass]
public class MqttPumpTests
{
    private const string Topic = "twcbridge/a1b2c3/set_amps";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Certificates have dates.
    [TestMethod]
    public void Tls_waits_for_the_clock_and_says_so()
    {
        using TcpListener broker = new(IPAddress.Loopback, 0);
        broker.Start();
        Settings settings = new();
        settings.TrySet(SettingKey.MqttHost, "127.0.0.1");
        settings.TrySet(SettingKey.MqttPort, ((IPEndPoint)broker.LocalEndpoint).Port);
        settings.TrySet(SettingKey.MqttTls, 1);
        BoxFacts facts = new() { BoxId = "a1b2c3", UnixSeconds = 0 };
        MqttSide side = new(settings, facts, 1, new HostTls(new BoxMemory(settings)));

        for (int nowMs = 0; nowMs < 60_000; nowMs += 500)
        {
            side.Pump.Turn(nowMs);
            side.Tell(facts);
            Assert.AreEqual("clock_unset", facts.MqttProblem);
        }
        Assert.AreEqual(DialState.Idle, side.Dialer.State);

        facts.UnixSeconds = 1_800_000_000;
        side.Pump.Turn(61_000);
        Assert.AreEqual(DialState.Dialing, side.Dialer.State);
    }

    [TestMethod]
    public void Without_tls_no_clock_is_needed()
    {
        Settings settings = new();
        settings.TrySet(SettingKey.MqttHost, "127.0.0.1");
        BoxFacts facts = new() { BoxId = "a1b2c3", UnixSeconds = 0 };
        MqttSide side = new(settings, facts, 1, new HostTls(new BoxMemory(settings)));
        side.Pump.Turn(0);
        Assert.AreEqual(DialState.Dialing, side.Dialer.State);
    }

    [TestMethod]
    public void Comes_back_while_as_many_commands_as_it_keeps_wait_for_their_answer()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        Settings settings = new();
        settings.TrySet(SettingKey.MqttHost, "127.0.0.1");
        settings.TrySet(SettingKey.MqttPort, broker.Port);
        BoxFacts facts = new() { BoxId = "a1b2c3" };
        MqttSide side = new(settings, facts, 1, new HostTls(new BoxMemory(settings)));
        Thread dialing = new(side.Dialer.Run) { IsBackground = true };
        dialing.Start();
        Stopwatch clock = Stopwatch.StartNew();
        long skippedMs = 0;
        Until(() => side.Session.IsOnline, "is online");
        broker.PublishLines(Topic, 0, ["16", "16", "16", "16", "16", "16", "16", "16"]);
        Until(() => !side.Surface.HasRoom, "has all that it can keep");
        broker.Stop();
        Until(() => side.Pump.IsGone, "is gone");
        skippedMs += MqttCommands.ResultTimeoutMs;
        broker.Start();
        MosquittoWatch watch = broker.Watch("twcbridge/a1b2c3/ack");
        Until(() => side.Session.IsOnline, "is online again");
        Until(() => watch.Count("\"code\":\"busy\"") == 8, "answers all of them");
        side.Dialer.Stop();

        void Until(Func<bool> condition, string what)
        {
            Stopwatch waited = Stopwatch.StartNew();
            while (!condition())
            {
                Assert.IsTrue(waited.Elapsed < Patience,
                    $"{what}; {side.Session.State} {side.Session.CloseReason}");
                long nowMs = clock.ElapsedMilliseconds + skippedMs;
                long waitMs = side.Session.NextDueAtMs - nowMs;
                bool isBackoff = side.Session.State == MqttSessionState.Waiting && waitMs > 0;
                skippedMs += isBackoff ? waitMs : 0;
                side.Pump.Turn(nowMs);
                Thread.Yield();
            }
        }
    }
}
