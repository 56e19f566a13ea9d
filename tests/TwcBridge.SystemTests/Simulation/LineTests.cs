using System;
using System.Collections.Generic;
using System.Linq;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>Bytes on the line, and who hears them.</summary>
[TestClass]
public sealed class LineTests
{
    private readonly SimulatedSite _site = new(seed: 1);
    private readonly AdapterPort _one;
    private readonly AdapterPort _two;
    private readonly byte[] _buffer = new byte[64];

    public LineTests()
    {
        _one = _site.AddPort("one");
        _two = _site.AddPort("two");
    }

    [TestMethod]
    [DataRow(0, 1042)]
    [DataRow(1, 2084)]
    [DataRow(2, 3125)]
    [DataRow(17, 18750)]
    public void A_byte_arrives_when_its_stop_bit_ends(int index, int arrivalUs)
    {
        _site.Advance(1_000);
        _one.Write(Enumerable.Range(1, 18).Select(value => (byte)value).ToArray(), 18);
        _site.AdvanceTo(1_000 + arrivalUs - 1);
        Assert.AreEqual(index, _two.Available);
        _two.Read(_buffer);
        Assert.AreEqual(1_000 + arrivalUs, _two.NextArrivalUs);
        _site.Advance(1);
        Assert.AreEqual(1, _two.Read(_buffer));
        Assert.AreEqual(index + 1, _buffer[0]);
    }

    [TestMethod]
    public void Read_gives_no_more_than_fits()
    {
        _one.Write([1, 2, 3, 4, 5], 5);
        _site.Advance(Micros.PerSecond);
        byte[] small = new byte[3];
        Assert.AreEqual(3, _two.Read(small));
        Assert.AreEqual(2, _two.Read(small));
        Assert.AreEqual(5, small[1]);
        Assert.AreEqual(Micros.Never, _two.NextArrivalUs);
    }

    [TestMethod]
    public void A_sender_does_not_hear_itself()
    {
        _one.Write([1, 2, 3], 3);
        _site.Advance(Micros.PerSecond);
        Assert.AreEqual(0, _one.Read(_buffer));
    }

    [TestMethod]
    public void What_is_written_while_sending_follows_without_a_gap()
    {
        _one.Write([1, 2], 2);
        _site.Advance(500);
        Assert.IsTrue(_one.IsSending);
        _one.Write([3], 1);
        Assert.AreEqual(3, _one.QueuedBytes);
        _site.AdvanceTo(3124);
        Assert.IsTrue(_one.IsSending);
        Assert.AreEqual(2, _two.Read(_buffer));
        _site.Advance(1);
        Assert.AreEqual(1, _two.Read(_buffer));
        Assert.IsFalse(_one.IsSending);
        Assert.AreEqual(0, _one.QueuedBytes);
        Assert.AreEqual(1, _site.Line.Log.Count);
    }

    [TestMethod]
    public void Refuses_and_counts_what_would_wait_too_long()
    {
        _one.Write(new byte[4000], 4000);
        Assert.AreEqual(4000 - 2048, _one.RefusedCount);
        _site.Advance(10 * Micros.PerSecond);
        Assert.AreEqual(2048, _two.Available);
    }

    [TestMethod]
    public void Counts_bytes_that_nobody_read_in_time()
    {
        for (int chunk = 0; chunk < 5; chunk++)
        {
            _one.Write(new byte[2048], 2048);
            _site.Advance(10 * Micros.PerSecond);
        }
        Assert.AreEqual(8192, _two.Available);
        Assert.AreEqual((5 * 2048) - 8192, _two.OverrunCount);
    }

    [TestMethod]
    public void The_log_keeps_who_sent_what_and_when()
    {
        _site.Advance(7);
        _one.Write([0x11, 0x22, 0x33], 3);
        _site.Advance(Micros.PerSecond);
        _two.Write([0x44], 1);
        Transmission first = _site.Line.Log[0];
        Assert.AreEqual("one", first.Transmitter);
        Assert.AreEqual(7, first.StartUs);
        Assert.AreEqual(7 + 3125, first.EndUs);
        Assert.AreEqual("112233", Convert.ToHexString(first.Bytes));
        Assert.AreEqual("two", _site.Line.Log[1].Transmitter);
        Assert.IsFalse(first.IsCollided || first.IsDamaged);
    }

    [TestMethod]
    public void The_log_keeps_the_last_transmissions_only()
    {
        for (int count = 0; count < 5000; count++)
        {
            _one.Write([(byte)count], 1);
            _site.Advance(Micros.PerSecond);
        }
        Assert.AreEqual(5000, _site.Line.Log.TotalCount);
        Assert.AreEqual(4096, _site.Line.Log.Count);
        Assert.AreEqual((5000 - 4096) * Micros.PerSecond, _site.Line.Log[0].StartUs);
        Assert.AreEqual(4999 * Micros.PerSecond, _site.Line.Log[4095].StartUs);
    }

    [TestMethod]
    public void An_observer_sees_each_transmission_at_its_end()
    {
        Recorder recorder = new(_site);
        _site.Line.Observe(recorder);
        _one.Write([1, 2, 3], 3);
        _site.Advance(3124);
        Assert.AreEqual(0, recorder.Seen.Count);
        _site.Advance(1);
        CollectionAssert.AreEqual(new[] { "one 0 3125 at 3125" }, recorder.Seen);
    }

    [TestMethod]
    [DataRow(0, 1, "both begin at once")]
    [DataRow(2000, 1, "one breaks in")]
    [DataRow(3124, 1, "the last microsecond")]
    [DataRow(3125, 0, "right behind it")]
    public void Two_senders_at_once_collide(int secondAtUs, int collisions, string what)
    {
        _one.Write([1, 2, 3], 3);
        _site.Advance(secondAtUs);
        _two.Write([4, 5, 6], 3);
        Assert.AreEqual(collisions, _site.Line.Collisions.TotalCount, what);
        Assert.AreEqual(collisions == 1, _site.Line.Log[0].IsCollided, what);
        Assert.AreEqual(collisions == 1, _site.Line.Log[1].IsCollided, what);
        if (collisions == 1)
        {
            Collision collision = _site.Line.Collisions.Last.Single();
            Assert.AreEqual(new Collision(secondAtUs, "one", "two"), collision);
        }
    }

    [TestMethod]
    public void A_collision_counts_once_however_long_it_gets()
    {
        _one.Write([1, 2, 3], 3);
        _two.Write([4, 5, 6], 3);
        _one.Write([7, 8, 9], 3);
        _two.Write([7, 8, 9], 3);
        Assert.AreEqual(1, _site.Line.Collisions.TotalCount);
    }

    [TestMethod]
    public void A_collision_spoils_only_the_bytes_it_meets()
    {
        AdapterPort listener = _site.AddPort("listener");
        _one.Write([1, 2, 3, 4, 5, 6], 6);
        _site.Advance(2500);            // In the third byte.
        _two.Write([7, 8], 2);          // Until the end of the fifth.
        _site.Advance(Micros.PerSecond);
        Assert.AreEqual(6, listener.Read(_buffer));
        Assert.AreEqual(1, _buffer[0]);
        Assert.AreEqual(2, _buffer[1]);
        Assert.AreNotEqual(3, _buffer[2]);
        Assert.AreNotEqual(4, _buffer[3]);
        Assert.AreNotEqual(5, _buffer[4]);
        Assert.AreEqual(6, _buffer[5]);
        Assert.AreEqual(3, _two.Read(_buffer), "it hears nothing of what it sent into");
    }

    [TestMethod]
    public void A_collided_frame_reaches_no_connector()
    {
        Scene scene = new();
        AdapterPort second = scene.Site.AddPort("second");
        scene.Send(scene.Messages.Heartbeat(Scene.Id, 0, 0));
        scene.Site.Advance(5_000);
        second.Write([0x55], 1);
        scene.Site.Advance(Micros.PerSecond);
        Assert.AreEqual(0, scene.Heard().Count(body => body.StartsWith("FDE0")));
        Assert.AreEqual(-1, scene.Connector.LastHeartbeatUs);
    }

    private sealed class Recorder : ILineObserver
    {
        private readonly SimulatedSite _site;

        public Recorder(SimulatedSite site)
        {
            _site = site;
        }

        public List<string> Seen { get; } = [];

        public void OnTransmission(Transmission sent)
        {
            Seen.Add($"{sent.Transmitter} {sent.StartUs} {sent.EndUs} at {_site.NowUs}");
        }
    }
}
