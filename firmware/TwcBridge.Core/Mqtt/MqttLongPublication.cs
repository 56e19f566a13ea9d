using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>
/// A retained publication at QoS 0 that is larger than the output: its head goes first, its payload
/// follows in pieces as the output empties. MQTT packets do not mix, so while it is open nothing
/// else may enter the output; what must be said meanwhile waits in the window or is refused.
/// <code>
///   output: | head | topic | piece | piece |      room      |
///            leaves here ->                  enters here ->
/// </code>
/// </summary>
public sealed class MqttLongPublication
{
    private readonly MqttPacketWriter _output;
    private readonly MqttCounters _counters;

    private int _left;          // Bytes of the payload that the head has promised and nobody gave.
    private long _openedAtMs;

    public MqttLongPublication(MqttPacketWriter output, MqttCounters counters)
    {
        _output = output;
        _counters = counters;
    }

    public bool IsOpen => _left > 0;

    /// <summary>When the connection has to end because the rest did not come. A packet cannot be
    /// broken off in any other way.</summary>
    public long DueAtMs => IsOpen ? _openedAtMs + MqttTiming.AnswerTimeoutMs : MqttTiming.Never;

    /// <summary>Only while online. False: no room, or another one is open. The payload may be
    /// empty.</summary>
    public bool TryBegin(ByteWriter topic, int payloadLength, long nowMs)
    {
        if (IsOpen || topic.Overflowed || !_output.PublishHead(topic, payloadLength))
        {
            return false;
        }
        _left = payloadLength;
        _openedAtMs = nowMs;
        _counters.Published++;
        return true;
    }

    /// <summary>The next bytes of the payload, all or none. False: no room, or more than promised.
    /// </summary>
    public bool TryAppend(ByteWriter piece)
    {
        bool taken = !piece.Overflowed && piece.Length <= _left
            && _output.TryCopy(piece.Buffer, piece.Length);
        _left -= taken ? piece.Length : 0;
        return taken;
    }

    public void OnConnectionLost()
    {
        _left = 0;
    }
}
