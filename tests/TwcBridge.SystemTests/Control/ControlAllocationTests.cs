using System;
using System.Text;
using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.Control;

[TestClass]
public class ControlAllocationTests
{
    private readonly CommandParser _parser = new();
    private readonly ParsedCommand _asked = new();
    private readonly AckWriter _ack = new();
    private readonly CommandResult _result = new();
    private readonly ByteWriter _output = new(StatusWriter.MaxBoxBytes);
    private readonly BoxStatus _box = new() { ConnectorCount = BoxStatus.MaxConnectors };
    private readonly BoxFacts _facts = new() { BoxId = "a1b2c3" };
    private readonly TopicMatch _topic = new();
    private readonly byte[] _baseTopic = Encoding.ASCII.GetBytes("twcbridge/a1b2c3");
    private readonly byte[] _topicBytes =
        Encoding.ASCII.GetBytes("twcbridge/a1b2c3/charger/1a2b/set_amps");

    private readonly byte[][] _payloads =
    [
        Encoding.UTF8.GetBytes("""{"amps":16.5,"ttl":120,"id":"é😀"}"""),
        Encoding.UTF8.GetBytes("""{"ampère":[{"x":1e-9}]}"""),
        Encoding.UTF8.GetBytes("16"),
        Encoding.UTF8.GetBytes("off"),
    ];

    [TestMethod]
    public void Commands_answers_and_states_allocate_nothing()
    {
        JsonWriter json = new(_output);
        Turn(json);     // The first call of anything may allocate: it is compiled.
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Turn(json);
        }
        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void Turn(JsonWriter json)
    {
        foreach (byte[] payload in _payloads)
        {
            SurfaceTopics.MatchTopic(_topicBytes, 0, _topicBytes.Length, _baseTopic, _topic);
            _asked.Restart(_topic.Kind, _topic.PeripheralId, CommandOrigin.Mqtt);
            _parser.Parse(payload, 0, payload.Length, _asked);
            InForce.Read(_box, _topic.PeripheralId, _result);
            json.Restart();
            _ack.Write(json, _asked, _result);
            json.Restart();
            StatusWriter.WriteConnector(json, _box.Connector(0), 0);
            json.Restart();
            StatusWriter.WriteBox(json, _box, _facts);
        }
    }
}
