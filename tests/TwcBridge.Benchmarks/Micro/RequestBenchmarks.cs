using System.Text;
using BenchmarkDotNet.Attributes;
using TwcBridge.Control;
using TwcBridge.Http;
using TwcBridge.Mqtt;

namespace TwcBridge.Benchmarks.Micro;

/// <summary>What arrives from the network, up to the command that it carries.</summary>
public class RequestBenchmarks
{
    private const string BaseTopic = "twcbridge/a1b2c3";
    private const string Payload = """{"amps":13.5,"ttl":120,"id":"evcc-17"}""";

    private readonly byte[] _baseTopic = Encoding.ASCII.GetBytes(BaseTopic);
    private readonly byte[] _publication = Publication(BaseTopic + "/charger/8204/set_amps");
    private readonly byte[] _request = Encoding.ASCII.GetBytes(
        "PUT /api/v1/chargers/8204/limit HTTP/1.1\r\nHost: 192.168.1.40\r\n"
        + "User-Agent: curl/7.88.1\r\nAccept: */*\r\nContent-Type: application/json\r\n"
        + $"Content-Length: {Payload.Length}\r\n\r\n{Payload}");

    private readonly MqttPacketReader _reader = new(1024);
    private readonly HttpRequestParser _http = new(new byte[HttpResponse.Capacity]);
    private readonly CommandParser _parser = new();
    private readonly ParsedCommand _parsed = new();
    private readonly TopicMatch _topic = new();

    [Benchmark(Description = "parse an MQTT publication")]
    public int ParsePublication()
    {
        return _reader.Push(_publication, 0, _publication.Length);
    }

    [Benchmark(Description = "parse an MQTT publication and its command")]
    public ParseStatus ParseCommand()
    {
        _reader.Push(_publication, 0, _publication.Length);
        MqttMessage message = _reader.Message;
        SurfaceTopics.MatchTopic(
            message.Buffer, message.TopicOffset, message.TopicLength, _baseTopic, _topic);
        _parsed.Restart(_topic.Kind, _topic.PeripheralId, CommandOrigin.Mqtt);
        return _parser.Parse(
            message.Buffer, message.PayloadOffset, message.PayloadLength, _parsed);
    }

    [Benchmark(Description = "parse an HTTP request with a body")]
    public HttpParseStatus ParseRequest()
    {
        _http.Restart();
        int offset = _http.Push(_request, 0, _request.Length);
        _http.BeginBody(null);
        _http.Push(_request, offset, _request.Length);
        return _http.Status;
    }

    // PUBLISH at QoS 0, shorter than 128 bytes.
    private static byte[] Publication(string topic)
    {
        byte[] body = Encoding.ASCII.GetBytes("\0" + (char)topic.Length + topic + Payload);
        return [0x30, (byte)body.Length, .. body];
    }
}
