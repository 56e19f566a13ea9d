using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Threading;
using TwcBridge.Loops;
using TwcBridge.Mqtt;
using TwcBridge.SystemTests.Cli;
using TwcBridge.SystemTests.Support;
using TwcBridge.VirtualDevice.Hosting;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>A real Mosquitto behind TLS, with certificates of an authority of our own.</summary>
[TestClass]
public class TlsTests
{
    private const int Network = 4;

    private static TestAuthority s_authority = null!;

    [ClassInitialize]
    public static void Start(TestContext context)
    {
        s_authority = new TestAuthority();
    }

    [ClassCleanup]
    public static void End()
    {
        s_authority.Dispose();
    }

    [TestMethod]
    public void Takes_commands_through_tls_and_finds_back_to_a_restarted_broker()
    {
        using MosquittoBroker broker = s_authority.StartBroker("localhost");
        using RunningBox box = RunningBox.Start(
            "--mqtt", $"mqtts://localhost:{broker.Port}", "--mqtt-ca", s_authority.OwnFile);
        box.Output.Await("mqtt: connected to localhost");
        box.AwaitLinked();
        box.Output.Await($"--cafile {s_authority.OwnFile}");
        AssertTakes(broker, box, 13);

        broker.Stop();
        box.Output.Await("mqtt: lost localhost");
        box.Output.Forget();
        broker.Start();
        box.Output.Await("mqtt: connected to localhost");
        AssertTakes(broker, box, 14);
        Assert.IsNull(box.Box["mqtt_problem"]);
    }

    [TestMethod]
    public void Answers_a_burst_through_tls()
    {
        using MosquittoBroker broker = s_authority.StartBroker("localhost");
        using RunningBox box = RunningBox.Start(
            "--mqtt", $"mqtts://localhost:{broker.Port}", "--mqtt-ca", s_authority.OwnFile);
        box.Output.Await("mqtt: connected to localhost");
        box.AwaitLinked();
        string[] commands = new string[100];
        for (int i = 0; i < commands.Length; i++)
        {
            commands[i] = $"{{\"amps\":{6 + i % 20},\"id\":\"burst {i}\"}}";
        }
        PublishLines(broker, commands);
        box.Output.Await(_ => box.Output.Lines.Count(line => line.Contains("set_amps")
            && line.Contains("by MQTT")) == commands.Length, "100 commands");
    }

    [TestMethod]
    public void Refuses_a_broker_that_somebody_else_has_signed()
    {
        using TestAuthority other = new();
        using MosquittoBroker broker = s_authority.StartBroker("localhost");

        AssertFails("its certificate is not signed by who is trusted here. Give the certificate",
            $"--mqtt mqtts://localhost:{broker.Port} --mqtt-ca {other.OwnFile}");
        AssertFails("its certificate is not signed by who is trusted here. Give the certificate",
            $"--mqtt mqtts://localhost:{broker.Port}");
    }

    [TestMethod]
    [DataRow("other.example", 10, "its certificate is for another name. Dial the name")]
    [DataRow("localhost", -1, "has expired or is not valid yet. Renew it")]
    [DataRow("localhost", 40, "has expired or is not valid yet. Renew it")]
    public void Refuses_a_broker_with_another_name_or_date(string name, int days, string words)
    {
        using MosquittoBroker broker = s_authority.StartBroker(name, days);

        AssertFails(words,
            $"--mqtt mqtts://localhost:{broker.Port} --mqtt-ca {s_authority.OwnFile}");
    }

    [TestMethod]
    public void Says_which_port_it_is_when_it_is_the_other_one()
    {
        using MosquittoBroker plain = MosquittoBroker.StartOpen();
        using MosquittoBroker secured = s_authority.StartBroker("localhost");

        AssertFails("what listens there does not speak TLS. If it is the port without TLS",
            $"--mqtt mqtts://localhost:{plain.Port} --mqtt-ca {s_authority.OwnFile}");
        AssertFails("it does not answer as a broker would. If it wants TLS at this port",
            $"--mqtt mqtt://localhost:{secured.Port}");
    }

    [TestMethod]
    public void A_broker_that_says_nothing_hurts_neither_bus_nor_http()
    {
        using TcpListener mute = new(IPAddress.Loopback, 0);
        mute.Start();
        using RunningBox box = RunningBox.Start("--mqtt", $"mqtts://{mute.LocalEndpoint}");
        using Socket stalled = mute.AcceptSocket();     // It is asked for TLS, and says nothing.
        box.AwaitLinked();

        for (int amps = 13; amps < 16; amps++)
        {
            Stopwatch asked = Stopwatch.StartNew();
            Assert.AreEqual(200, box.Put("api/v1/limit", $"{{\"amps\":{amps}}}").Status);
            Assert.IsLessThan(2000L, asked.ElapsedMilliseconds);
            box.AwaitTold(amps);
        }
        JsonNode state = box.Box;
        Assert.AreEqual(0, (int)state["bus"]!["connectors_lost"]!);
        Assert.AreEqual(Network, box.Tool.AwaitEnd());
        Assert.Contains("no answer in time", box.Tool.Errors);
    }

    [TestMethod]
    public void A_dial_that_hangs_in_tls_ends_when_nobody_waits_for_it_any_more()
    {
        using TcpListener mute = new(IPAddress.Loopback, 0);
        mute.Start();
        BrokerDialer dialer = new("127.0.0.1", ((IPEndPoint)mute.LocalEndpoint).Port,
            new HostTls(new BoxMemory(new Config.Settings())));
        Thread thread = new(dialer.Run) { IsBackground = true };
        thread.Start();
        Assert.IsTrue(dialer.TryDial());
        using Socket stalled = mute.AcceptSocket();
        byte[] hello = new byte[64];
        Assert.IsGreaterThan(0, stalled.Receive(hello));
        Assert.AreEqual(DialState.Dialing, dialer.State);

        dialer.Abandon();
        Stopwatch waited = Stopwatch.StartNew();
        while (!dialer.TryDial())
        {
            Assert.IsLessThan(10_000L, waited.ElapsedMilliseconds, "the dial has not ended");
            Thread.Yield();
        }
        using Socket again = mute.AcceptSocket();
        dialer.Abandon();
        dialer.Stop();
        Assert.IsTrue(thread.Join(10_000));
        Assert.IsNull(dialer.Take(out MqttCloseReason _));
    }

    private static void AssertTakes(MosquittoBroker broker, RunningBox box, int amps)
    {
        PublishLines(broker, [$"{amps}"]);
        box.AwaitTold(amps);
    }

    private static void PublishLines(MosquittoBroker broker, string[] lines)
    {
        broker.PublishLines(RunningBox.Topics + "/set_amps", 1, lines,
            "--cafile", s_authority.OwnFile, "-h", "localhost");
    }

    private static void AssertFails(string words, string options)
    {
        CliRun run = CliRun.Of(("run --http off " + options).Split(' '));
        Assert.AreEqual(Network, run.ExitCode, run.Errors);
        Assert.Contains(words, run.Errors);
    }
}
