using System;
using System.Collections.Generic;
using System.Linq;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>How a connector looks for a controller, keeps it and loses it.</summary>
[TestClass]
public sealed class LinkTests
{
    [TestMethod]
    [DataRow(1, "FDE282046F0C8000000000000063")]
    [DataRow(2, "FDE282046F0C80000000000000000063")]
    public void Link_ready_carries_id_sign_and_hardware_limit(int protocol, string body)
    {
        Scene scene = new(Options() with { Protocol = protocol, Sign = 0x6F });
        scene.Site.Advance(11 * Micros.PerSecond);
        Assert.AreEqual(body, scene.Heard()[0]);
    }

    [TestMethod]
    [DataRow(10_000)]
    [DataRow(1_300)]
    public void Unclaimed_it_repeats_link_ready(int periodMs)
    {
        Scene scene = new(Options() with { LinkReadyPeriodMs = periodMs });
        scene.Site.Advance(100 * Micros.PerSecond);
        List<long> starts = Starts(scene, "connector-8204");
        Assert.IsTrue(starts.Count >= 100_000 / periodMs * 95 / 100, $"{starts.Count}");
        for (int index = 1; index < starts.Count; index++)
        {
            long gapMs = (starts[index] - starts[index - 1]) / Micros.PerMs;
            long offMs = Math.Abs(gapMs - periodMs);
            Assert.IsTrue(offMs <= periodMs * 3 / 100, $"{gapMs} ms");
        }
    }

    [TestMethod]
    public void A_heartbeat_claims_it_and_ends_link_ready()
    {
        Scene scene = new();
        scene.Site.Advance(11 * Micros.PerSecond);
        scene.Heard();
        Assert.IsFalse(scene.Connector.IsLinked);
        for (int beat = 0; beat < 60; beat++)
        {
            scene.Heartbeat();
            Assert.IsTrue(scene.Connector.IsLinked);
            scene.Site.Advance(Micros.PerSecond / 2);
            Assert.AreEqual(0, scene.Heard().Count);
        }
    }

    [TestMethod]
    public void Answers_within_20_to_160_ms_by_seed()
    {
        Scene scene = new(seed: 3);
        HashSet<long> turnarounds = [];
        for (int beat = 0; beat < 200; beat++)
        {
            scene.Heartbeat();
            WireLog log = scene.Site.Line.Log;
            long turnaroundUs = log[^1].StartUs - log[^2].EndUs;
            Assert.IsTrue(turnaroundUs is >= 20_000 and <= 160_000, $"{turnaroundUs} us");
            turnarounds.Add(turnaroundUs);
        }
        Assert.IsTrue(turnarounds.Count > 100);
    }

    [TestMethod]
    public void Answers_after_a_fixed_turnaround_if_told_so()
    {
        Scene scene = new(Options() with { TurnaroundMs = 70 });
        scene.Heartbeat();
        WireLog log = scene.Site.Line.Log;
        Assert.AreEqual(70_000, log[^1].StartUs - log[^2].EndUs);
    }

    [TestMethod]
    public void Only_the_second_FB_E2_is_answered_by_five_link_readies()
    {
        Scene scene = Quiet();
        scene.Send(scene.Messages.LinkReady(Opcodes.ControllerLinkReadySecond));
        scene.Site.Advance(Micros.PerSecond);
        Assert.AreEqual(0, scene.Heard().Count, "the first");

        scene.Send(scene.Messages.LinkReady(Opcodes.ControllerLinkReadySecond));
        long endUs = scene.Site.NowUs + 18_750;
        scene.Site.Advance(3 * Micros.PerSecond);
        Assert.AreEqual(5, scene.Heard().Count(body => body.StartsWith("FDE2")), "the second");
        long waitMs = (Starts(scene, "connector-8204")[^5] - endUs) / Micros.PerMs;
        Assert.IsTrue(waitMs is >= 180 and <= 350, $"{waitMs} ms");

        scene.Send(scene.Messages.LinkReady(Opcodes.ControllerLinkReadySecond));
        scene.Site.Advance(3 * Micros.PerSecond);
        Assert.AreEqual(0, scene.Heard().Count, "the third");
    }

    [TestMethod]
    public void Bursts_of_several_connectors_collide_sometimes()
    {
        Scene scene = new();
        scene.Site.AddConnector(Options() with { Id = 0x1111 });
        scene.Site.AddConnector(Options() with { Id = 0x2222 });
        scene.Site.Advance(Micros.PerSecond);
        for (int burst = 0; burst < 10; burst++)
        {
            scene.Send(scene.Messages.LinkReady(Opcodes.ControllerLinkReadySecond));
            scene.Site.Advance(Micros.PerSecond);
            scene.Send(scene.Messages.LinkReady(Opcodes.ControllerLinkReadySecond));
            scene.Site.Advance(30 * Micros.PerSecond);
        }
        long collisions = scene.Site.Line.Collisions.TotalCount;
        Assert.IsTrue(collisions is > 3 and < 60, $"{collisions}");
    }

    [TestMethod]
    [DataRow(Opcodes.ControllerLinkReadyFirst)]
    [DataRow(Opcodes.ControllerLinkReadySecond)]
    public void A_controller_with_its_id_makes_it_choose_another(int opcode)
    {
        Scene scene = new();
        scene.Heartbeat();
        ControllerMessages twin = new(Scene.Id, 0x42);
        scene.Send(twin.LinkReady(opcode));
        scene.Site.Advance(3 * Micros.PerSecond);
        Assert.AreNotEqual(Scene.Id, scene.Connector.Id);
        Assert.IsFalse(scene.Connector.IsLinked);
        string id = $"{scene.Connector.Id:X4}{scene.Connector.Sign:X2}";
        Assert.AreEqual(5, scene.Heard().Count(body => body.StartsWith("FDE2" + id)));
    }

    [TestMethod]
    public void A_request_during_another_is_missed_and_counted()
    {
        Scene scene = Quiet();
        scene.Send(scene.Messages.Heartbeat(Scene.Id, 0, 0));
        scene.Send(scene.Messages.Ask(Opcodes.AskVersion, Scene.Id));
        scene.Site.Advance(Micros.PerSecond);
        Assert.AreEqual(1, scene.Heard().Count);
        Assert.AreEqual(1, scene.Connector.MissedRequestCount);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_tail_byte_follows_every_frame_if_wanted(bool sendsTailByte)
    {
        HashSet<int> tails = [];
        for (int seed = 0; seed < 30; seed++)
        {
            Scene scene = new(Options() with { SendsTailByte = sendsTailByte }, seed);
            scene.Heartbeat();
            ReadOnlySpan<byte> bytes = scene.Site.Line.Log[^1].Bytes;
            Assert.AreEqual(0xC0, bytes[17]);
            Assert.AreEqual(sendsTailByte ? 19 : 18, bytes.Length);
            tails.Add(bytes[^1]);
        }
        Assert.AreEqual(sendsTailByte, tails.Count > 3);
    }

    private static ConnectorOptions Options()
    {
        return new ConnectorOptions { Id = Scene.Id };
    }

    // Unclaimed, and with nothing to say by itself for the next seconds.
    private static Scene Quiet()
    {
        Scene scene = new(Options() with { LinkReadyPeriodMs = 1_000_000, TurnaroundMs = 160 });
        scene.Site.Advance(1001 * Micros.PerSecond);
        scene.Heard();
        return scene;
    }

    private static List<long> Starts(Scene scene, string transmitter)
    {
        List<long> starts = [];
        for (int index = 0; index < scene.Site.Line.Log.Count; index++)
        {
            Transmission sent = scene.Site.Line.Log[index];
            if (sent.Transmitter == transmitter)
            {
                starts.Add(sent.StartUs);
            }
        }
        return starts;
    }
}
