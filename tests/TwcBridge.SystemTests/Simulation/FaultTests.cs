using System;
using System.Collections.Generic;
using System.Linq;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>
/// Faults by chance come at their rates, and the same seed repeats a run exactly.
/// </summary>
[TestClass]
public sealed class FaultTests
{
    private const int Chunks = 1000;
    private const int ChunkLength = 50;

    [TestMethod]
    public void Flipped_bits_come_at_about_their_rate_one_at_a_time()
    {
        List<byte[]> heard = Hear(new FaultOptions { FlippedBitsPerMillionBytes = 2_000 });
        int flips = 0;
        foreach (byte[] chunk in heard)
        {
            Assert.AreEqual(ChunkLength, chunk.Length);
            flips += chunk.Sum(value => int.PopCount(value ^ 0x55));
        }
        Assert.IsTrue(flips is > 60 and < 140, $"{flips} of about 100");
    }

    [TestMethod]
    public void Lost_bytes_come_at_about_their_rate()
    {
        List<byte[]> heard = Hear(new FaultOptions { LostBytesPerMillionBytes = 2_000 });
        int lost = (Chunks * ChunkLength) - heard.Sum(chunk => chunk.Length);
        Assert.IsTrue(lost is > 60 and < 140, $"{lost} of about 100");
        Assert.IsTrue(heard.All(chunk => chunk.All(value => value == 0x55)));
    }

    [TestMethod]
    public void Duplicated_bytes_come_at_about_their_rate()
    {
        List<byte[]> heard = Hear(new FaultOptions { DuplicatedBytesPerMillionBytes = 2_000 });
        int extra = heard.Sum(chunk => chunk.Length) - (Chunks * ChunkLength);
        Assert.IsTrue(extra is > 60 and < 140, $"{extra} of about 100");
    }

    [TestMethod]
    public void Damaged_transmissions_say_so_in_the_log()
    {
        SimulatedSite site = new(seed: 1);
        AdapterPort sender = site.AddPort("sender");
        site.Faults = new FaultOptions { FlippedBitsPerMillionBytes = 1_000_000 };
        sender.Write([1], 1);
        sender.Write([2], 1);
        site.Advance(Micros.PerSecond);
        Assert.IsTrue(site.Line.Log[0].IsDamaged);
        Assert.IsFalse(site.Line.Log[0].IsCollided);
    }

    [TestMethod]
    public void Noise_comes_on_the_idle_line_and_is_no_collision()
    {
        SimulatedSite site = new(seed: 1);
        AdapterPort listener = site.AddPort("listener");
        AdapterPort sender = site.AddPort("sender");
        site.Faults = new FaultOptions { NoiseBytesPerHour = 3600 };
        site.Advance(100 * Micros.PerSecond);
        Assert.IsTrue(listener.Available is > 60 and < 140, $"{listener.Available}");
        for (int chunk = 0; chunk < 200; chunk++)
        {
            sender.Write(new byte[500], 500);
            site.Advance(Micros.PerSecond);
        }
        Assert.AreEqual(0, site.Line.Collisions.TotalCount);
        Assert.IsTrue(CountDamaged(site, "sender") > 20);
    }

    [TestMethod]
    public void Faults_can_stop()
    {
        SimulatedSite site = new(seed: 1);
        AdapterPort listener = site.AddPort("listener");
        site.Faults = new FaultOptions { NoiseBytesPerHour = 36_000 };
        site.Advance(10 * Micros.PerSecond);
        Assert.IsTrue(listener.Available > 0);
        site.Faults = FaultOptions.None;
        listener.Read(new byte[1000]);
        site.Advance(Micros.PerHour);
        Assert.AreEqual(0, listener.Available);
    }

    [TestMethod]
    public void Resets_befall_connectors_at_about_their_rate()
    {
        Scene scene = new();
        scene.Site.Faults = new FaultOptions { ConnectorResetsPerDay = 1440 };
        HashSet<int> signs = [];
        for (int minute = 0; minute < 240; minute++)
        {
            scene.Site.Advance(60 * Micros.PerSecond);
            signs.Add(scene.Connector.Sign);
        }
        Assert.IsTrue(signs.Count > 60, $"{signs.Count} boots");
    }

    [TestMethod]
    public void Silences_befall_connectors_and_end()
    {
        Scene scene = new();
        scene.Site.Faults =
            new FaultOptions { ConnectorSilencesPerDay = 1440, LongestSilenceSeconds = 20 };
        int unanswered = 0;
        for (int beat = 0; beat < 3600; beat++)
        {
            unanswered += scene.Beats(1) is null ? 1 : 0;
        }
        Assert.IsTrue(unanswered is > 300 and < 1000, $"{unanswered}");
        scene.Site.Faults = FaultOptions.None;
        scene.Site.Advance(21 * Micros.PerSecond);
        scene.Heard();
        Assert.IsNotNull(scene.Beats(1));
    }

    [TestMethod]
    public void Damaged_frames_harm_nobody_in_the_books()
    {
        Scene scene = new();
        scene.Site.AddConnector(new ConnectorOptions { Id = 0x1111 });
        scene.Site.Faults = new FaultOptions { FlippedBitsPerMillionBytes = 50_000 };
        for (int count = 0; count < 20_000; count++)
        {
            scene.Send(scene.Messages.Announce(Opcodes.AskAllSerial));
            scene.Site.Advance(300 * Micros.PerMs);
        }
        Assert.IsFalse(scene.Connector.IsHarmed, scene.Connector.Harm.ToString());
    }

    [TestMethod]
    public void The_same_seed_repeats_the_run_and_another_does_not()
    {
        ulong first = Digest(seed: 11);
        Assert.AreEqual(first, Digest(seed: 11));
        Assert.AreNotEqual(first, Digest(seed: 12));
    }

    [TestMethod]
    public void The_steps_in_which_time_passes_do_not_matter()
    {
        Assert.AreEqual(Digest(seed: 11), Digest(seed: 11, stepUs: 777));
    }

    [TestMethod]
    public void Nothing_is_allocated_while_time_passes()
    {
        SimulatedSite site = BusySite(seed: 11);
        site.Advance(10_000 * Micros.PerSecond);    // Until the log has gone round.
        long before = GC.GetAllocatedBytesForCurrentThread();
        site.Advance(1000 * Micros.PerSecond);
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static ulong Digest(long seed, long stepUs = Micros.PerSecond)
    {
        SimulatedSite site = BusySite(seed);
        WireDigest digest = new();
        site.Line.Observe(digest);
        while (site.NowUs < 1000 * Micros.PerSecond)
        {
            site.Advance(stepUs);
        }
        Assert.IsTrue(site.Line.Log.TotalCount > 3000, $"{site.Line.Log.TotalCount} transmissions");
        return digest.Value;
    }

    private static SimulatedSite BusySite(long seed)
    {
        SimulatedSite site = new(seed)
        {
            Faults = new FaultOptions
            {
                NoiseBytesPerHour = 1000,
                FlippedBitsPerMillionBytes = 500,
                LostBytesPerMillionBytes = 500,
                DuplicatedBytesPerMillionBytes = 500,
                ConnectorResetsPerDay = 500,
                ConnectorSilencesPerDay = 500,
            },
        };
        foreach (int id in new[] { 0x1111, 0x2222, 0x3333 })
        {
            site.AddConnector(new ConnectorOptions { Id = id }).Plug(Scene.NewCar("tesla-latch"));
        }
        site.AddRival(new RivalOptions { LimitCentiamps = 1600 });
        return site;
    }

    private static List<byte[]> Hear(FaultOptions faults)
    {
        SimulatedSite site = new(seed: 1) { Faults = faults };
        AdapterPort sender = site.AddPort("sender");
        AdapterPort listener = site.AddPort("listener");
        byte[] sent = Enumerable.Repeat((byte)0x55, ChunkLength).ToArray();
        byte[] buffer = new byte[3 * ChunkLength];
        List<byte[]> heard = [];
        for (int chunk = 0; chunk < Chunks; chunk++)
        {
            sender.Write(sent, ChunkLength);
            site.Advance(Micros.PerSecond);
            heard.Add(buffer[..listener.Read(buffer)]);
        }
        return heard;
    }

    private static int CountDamaged(SimulatedSite site, string transmitter)
    {
        int count = 0;
        for (int index = 0; index < site.Line.Log.Count; index++)
        {
            Transmission sent = site.Line.Log[index];
            count += sent.IsDamaged && sent.Transmitter == transmitter ? 1 : 0;
        }
        return count;
    }
}
