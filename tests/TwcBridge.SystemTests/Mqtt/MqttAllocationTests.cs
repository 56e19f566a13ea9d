using System;
using System.Text;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Mqtt;

namespace TwcBridge.SystemTests.Mqtt;

/// <summary>A whole life of a session and its surface, from dial to loss, allocates nothing once it
/// has been lived before.</summary>
[TestClass]
public class MqttAllocationTests
{
    private const string Base = "twcbridge/a1b2c3";

    private readonly MqttSession _session;
    private readonly MqttSurface _surface;
    private readonly BoxStatus _status = new() { ConnectorCount = BoxStatus.MaxConnectors };
    private readonly Command _command = new();
    private readonly CommandResult _result = new();
    private readonly byte[] _puback = [0x40, 2, 0, 0];

    private readonly byte[] _welcome =
        [0x20, 2, 0, 0, 0x90, 10, 0xFF, 0xFF, 1, 1, 1, 0x80, 1, 1, 1, 1];

    private readonly byte[][] _messages =
    [
        Message("set_amps", """{"amps":16,"ttl":60,"id":"x"}""", 0x32),
        Message("charger/1a2b/set_amps", "32", 0x33),
        Message("charger/nobody/set_amps", "32", 0x32),
        Message("charger/1a2b/enabled/set", "perhaps", 0x32),
        Message("enabled/set", "on", 0x3A),
        Message("set_amps", new string('9', 700), 0x32),
        [0xD0, 0],
    ];

    private long _nowMs;
    private int _restLength;    // Of a packet whose first bytes were taken.

    public MqttAllocationTests()
    {
        byte[] baseTopic = Encoding.ASCII.GetBytes(Base);
        MqttOptions options = new() { ClientId = Encoding.ASCII.GetBytes("box") };
        byte[] prefix = Encoding.ASCII.GetBytes("homeassistant");
        MqttTopics.Complete(options, baseTopic, prefix, "a1b2c3", 0);
        _session = new MqttSession(options, 1);
        _surface = new MqttSurface(_session, new MqttSurfaceOptions
        {
            BaseTopic = baseTopic,
            Facts = new BoxFacts { BoxId = "a1b2c3" },
            TicketCount = 64,
            DiscoveryPrefix = prefix,
            Announces = true,
        });
        for (int i = 0; i < BoxStatus.MaxConnectors; i++)
        {
            _status.Connector(i).Id = 0x1A2B + i;
        }
    }

    [TestMethod]
    public void A_life_of_the_session_and_the_surface_allocates_nothing()
    {
        Live();     // The first call of anything may allocate: it is compiled.
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
        {
            Live();
        }
        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);

        MqttCounters counters = _session.Counters;  // It really did all that.
        Assert.AreEqual(21, counters.Connects);
        Assert.AreEqual(21, counters.Closed(MqttCloseReason.ConnectionLost));
        Assert.IsGreaterThan(21 * (2 + 6 * BoxStatus.MaxConnectors), counters.Published);
        Assert.IsGreaterThan(21 * (3 + 7 * BoxStatus.MaxConnectors), counters.Published);
        Assert.IsGreaterThan(0, counters.Commands);
        Assert.IsGreaterThan(0, counters.CommandsRefused);
        Assert.IsGreaterThan(0, counters.Oversized);
        Assert.IsGreaterThan(0, counters.Duplicates);
    }

    /// <summary>Comes online, tells everything, takes every message, changes, and is cut off.
    /// </summary>
    private void Live()
    {
        _nowMs = Math.Max(_nowMs, _session.NextDueAtMs);
        _session.OnDialStarted(_nowMs);
        _session.OnConnected(_nowMs);
        Hear(_welcome);
        for (int second = 0; second < 60; second++)
        {
            _nowMs += 1000;
            ConnectorStatus connector = _status.Connector(second % BoxStatus.MaxConnectors);
            connector.DrawnCentiamps = second;
            connector.Linked = !connector.Linked;
            _surface.OnStatus(_status);
            Hear(_messages[second % _messages.Length]);
            while (_surface.TryNextCommand(_command))
            {
                _result.Ticket = _command.Ticket;
                _surface.OnResult(_result);
            }
            Settle();
        }
        _session.OnDisconnected(_nowMs);
    }

    private void Settle()
    {
        do
        {
            _session.OnTime(_nowMs);
            _surface.OnTime(_nowMs);
            Confirm();
        }
        while (_surface.NextDueAtMs <= _nowMs);
    }

    private void Hear(byte[] wire)
    {
        int offset = 0;
        while (offset < wire.Length)
        {
            offset += _session.OnReceived(wire, offset, wire.Length - offset, _nowMs);
            if (_session.Message is { } message)
            {
                _surface.OnMessage(message, _nowMs);
            }
        }
    }

    /// <summary>Takes the output, packet by packet or what is there of one, and confirms each
    /// publication at QoS 1.</summary>
    private void Confirm()
    {
        while (_session.OutputLength > 0)
        {
            if (_restLength > 0)
            {
                Take(_restLength);
                continue;
            }
            byte[] output = _session.OutputBuffer;
            int body = output[1] < 0x80 ? 2 : 3;
            int length = (output[1] & 0x7F) + (body == 3 ? output[2] << 7 : 0);
            bool qos1 = (output[0] & 0xF6) == 0x32;
            int id = body + 2 + output[body + 1];
            _puback[2] = output[id];
            _puback[3] = output[id + 1];
            Take(body + length);
            if (qos1)
            {
                Hear(_puback);
            }
        }
    }

    private void Take(int length)
    {
        int sent = Math.Min(length, _session.OutputLength);
        _restLength = length - sent;
        _session.OnSent(sent, _nowMs);
    }

    private static byte[] Message(string subTopic, string payload, byte first)
    {
        byte[] topic = Encoding.ASCII.GetBytes($"{Base}/{subTopic}");
        byte[] text = Encoding.UTF8.GetBytes(payload);
        int length = 2 + topic.Length + 2 + text.Length;
        return
        [
            first, (byte)(0x80 | (length & 0x7F)), (byte)(length >> 7),
            0, (byte)topic.Length, .. topic, 0, 7, .. text,
        ];
    }
}
