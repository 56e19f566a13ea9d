using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Text;
using TwcBridge.SystemTests.EndToEnd;
using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.RealTime;

/// <summary>
/// twcbridge as a program, with real sockets and a real broker, while the world around it
/// misbehaves: the log of the bus shows no late heartbeat, and no command is lost in silence.
/// </summary>
[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
public sealed class RealTimeFaultTests
{
    private const int Connectors = 2;
    private const int Kills = 100;
    private const int KillsPerCommand = 20;
    private const int ConnectionCount = 1_000;
    private const int AtOnce = 100;
    private const int SlowSeconds = 12;
    private const int SlowClients = 3;
    private const double PatienceSeconds = 20;

    private readonly string _folder =
        Directory.CreateTempSubdirectory("twcbridge-faults-").FullName;

    private string Record => Path.Combine(_folder, "run.txt");

    [TestCleanup]
    public void RemoveFolder()
    {
        Directory.Delete(_folder, recursive: true);
    }

    [TestMethod]
    public void A_broker_that_is_killed_a_hundred_times_delays_no_heartbeat_and_loses_no_command()
    {
        using MosquittoBroker broker = MosquittoBroker.StartOpen();
        using Subscriber subscriber = new(broker);
        Stopwatch passed = Stopwatch.StartNew();
        using RunningBox box = RunningBox.StartOn(broker, "--record", Record);
        box.AwaitLinked();

        for (int kill = 1; kill <= Kills; kill++)
        {
            broker.Stop();
            broker.Start();
            if (kill % KillsPerCommand == 0)
            {
                AssertAnswered(broker, subscriber, kill);
            }
        }

        Assert.AreEqual(0, (int)box.Box["bus"]!["connectors_lost"]!);
        AssertSteady(box, passed);
    }

    [TestMethod]
    public void A_thousand_connections_delay_no_heartbeat()
    {
        Stopwatch passed = Stopwatch.StartNew();
        using RunningBox box = RunningBox.Start("--record", Record);
        box.AwaitLinked();

        int port = box.Page.Port;
        for (int i = 0; i < ConnectionCount / AtOnce; i++)
        {
            List<HostileClient> clients = [];
            for (int j = 0; j < AtOnce; j++)
            {
                HostileClient client = new(port);
                clients.Add(client);
                client.TrySend("GET / HT"u8);
            }
            clients.ForEach(client => client.Dispose());
        }

        AwaitServed(box);
        box.Put("api/v1/limit", """{"amps":14}""");
        box.AwaitTold(14);
        AssertSteady(box, passed);
    }

    [TestMethod]
    public void Clients_that_send_a_byte_a_second_or_rubbish_hurt_neither_others_nor_the_bus()
    {
        Stopwatch passed = Stopwatch.StartNew();
        using RunningBox box = RunningBox.Start("--record", Record);
        box.AwaitLinked();

        int port = box.Page.Port;
        byte[] request = Encoding.ASCII.GetBytes(
            "PUT /api/v1/limit HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000\r\n\r\n{");
        byte[] rubbish = new byte[4_096];
        new Random(1).NextBytes(rubbish);
        List<HostileClient> slow = [];
        Stopwatch since = Stopwatch.StartNew();
        for (int second = 0; second < SlowSeconds; second++)
        {
            slow.RemoveAll(client => !client.TrySend(request.AsSpan(second, 1)));
            while (slow.Count < SlowClients)
            {
                slow.Add(new HostileClient(port));
            }
            using HostileClient noisy = new(port);
            noisy.TrySend(rubbish);
            while (since.Elapsed.TotalSeconds < second + 1)
            {
                AwaitServed(box);
            }
        }
        slow.ForEach(client => client.Dispose());

        box.Put("api/v1/limit", """{"amps":14}""");
        box.AwaitTold(14);
        AssertSteady(box, passed);
    }

    // A name that is written once, so that an answer can be told from those of other commands.
    private static void AssertAnswered(MosquittoBroker broker, Subscriber subscriber, int kill)
    {
        subscriber.Messages.Forget();
        subscriber.Messages.Await(RunningBox.Topics + "/availability online");
        for (int i = 0; i < 3; i++)
        {
            string id = $"k{kill}-{i}";
            broker.Publish(
                RunningBox.Topics + "/set_amps", $$"""{"amps":{{10 + i}},"id":"{{id}}"}""");
            subscriber.Messages.Await(
                RunningBox.Topics + "/ack", $"\"id\":\"{id}\"", "\"ok\":true");
        }
    }

    private void AssertSteady(RunningBox box, Stopwatch passed)
    {
        int seconds = (int)passed.Elapsed.TotalSeconds;
        Assert.AreEqual(0, box.Tool.Stop());
        HeartbeatLog.AssertSteady(Record, Connectors, seconds - 8);
    }

    // As a browser does: again, when all places are taken.
    private static void AwaitServed(RunningBox box)
    {
        Stopwatch since = Stopwatch.StartNew();
        while (!IsServed(box))
        {
            Assert.IsLessThan(PatienceSeconds, since.Elapsed.TotalSeconds, "not served");
        }
    }

    private static bool IsServed(RunningBox box)
    {
        try
        {
            return box.Box["offered_a"] is not null;
        }
        catch (AggregateException refused) when (refused.InnerException is HttpRequestException)
        {
            return false;
        }
    }
}
