using System.Linq;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>What can be wrong with the adapter, as seen from both of its sides.</summary>
[TestClass]
public sealed class AdapterTests
{
    private readonly Scene _scene =
        new(new ConnectorOptions { Id = Scene.Id, SendsTailByte = false });

    private readonly byte[] _buffer = new byte[64];

    [TestMethod]
    public void Echo_brings_back_what_was_sent()
    {
        _scene.Port.Faults = AdapterFaults.EchoesOwnBytes;
        FrameWriter sent = _scene.Messages.Heartbeat(Scene.Id, 0, 0);
        byte[] wire = Scene.Wire(sent);
        _scene.Send(sent);
        _scene.Site.Advance(18_750);
        Assert.AreEqual(wire.Length, _scene.Port.Read(_buffer));
        CollectionAssert.AreEqual(wire, _buffer.Take(wire.Length).ToArray());
        _scene.Site.Advance(Micros.PerSecond);
        Assert.AreEqual(1, _scene.Heard().Count, "the answer comes as well");
    }

    [TestMethod]
    public void One_that_cannot_send_still_hears()
    {
        _scene.Port.Faults = AdapterFaults.CannotSend;
        _scene.Send(_scene.Messages.Heartbeat(Scene.Id, 0, 0));
        _scene.Site.Advance(11 * Micros.PerSecond);
        Assert.AreEqual(-1, _scene.Connector.LastHeartbeatUs);
        Assert.AreEqual("FDE2", _scene.Heard()[0][..4]);
    }

    [TestMethod]
    public void One_that_cannot_receive_is_still_heard()
    {
        _scene.Port.Faults = AdapterFaults.CannotReceive;
        _scene.Send(_scene.Messages.Heartbeat(Scene.Id, 0, 0));
        _scene.Site.Advance(Micros.PerSecond);
        Assert.IsTrue(_scene.Connector.IsLinked);
        Assert.AreEqual(0, _scene.Port.Available);
        Assert.AreEqual(Micros.Never, _scene.Port.NextArrivalUs);
        Assert.AreEqual(0, _scene.Port.Read(_buffer));
    }

    [TestMethod]
    public void Swapped_wires_garble_both_ways()
    {
        AdapterPort other = _scene.Site.AddPort("other");
        _scene.Port.Faults = AdapterFaults.SwappedPolarity;
        _scene.Port.Write([0xC0, 0x01], 2);
        _scene.Site.Advance(5_000);
        Assert.AreEqual(2, other.Read(_buffer));
        Assert.AreEqual(0x3F, _buffer[0]);
        Assert.AreEqual(0xFE, _buffer[1]);
        other.Write([0xC0], 1);
        _scene.Site.Advance(5_000);
        Assert.AreEqual(1, _scene.Port.Read(_buffer));
        Assert.AreEqual(0x3F, _buffer[0]);
        Assert.IsNull(_scene.Heartbeat());
    }

    [TestMethod]
    public void Lost_bytes_come_at_about_their_rate()
    {
        AdapterPort other = _scene.Site.AddPort("other");
        _scene.Port.LostBytesPerMillion = 10_000;
        int read = 0;
        for (int chunk = 0; chunk < 1000; chunk++)
        {
            other.Write(new byte[50], 50);
            _scene.Site.Advance(100 * Micros.PerMs);
            read += _scene.Port.Read(_buffer);
        }
        int lost = 50_000 - read;
        Assert.IsTrue(lost is > 350 and < 650, $"{lost} lost");
    }

    [TestMethod]
    public void Two_controllers_hear_each_other_and_the_connector()
    {
        AdapterPort second = _scene.Site.AddPort("second");
        FrameReader reader = new();
        _scene.Heartbeat();
        int length = second.Read(_buffer);
        int frames = _buffer.Take(length).Count(reader.Push);
        Assert.AreEqual(2, frames);
        Assert.AreEqual(0, _scene.Port.Available);
    }
}
