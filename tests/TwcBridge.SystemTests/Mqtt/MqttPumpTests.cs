using System.Net;
using System.Net.Sockets;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.Loops;
using TwcBridge.Mqtt;
using TwcBridge.VirtualDevice.Hosting;

namespace TwcBridge.SystemTests.Mqtt;

/// <summary>Certificates have dates: without a clock nobody is dialled through TLS.</summary>
[TestClass]
public class MqttPumpTests
{
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
}
