using TwcBridge.Mqtt;
using TwcBridge.UnitTests.Control;

namespace TwcBridge.UnitTests.Mqtt;

/// <summary>
/// Reads what a client sends, on its own account, and notes each publication as a line
/// "topic = payload q1 r": topics without the base where they have it, and ' for the quotes of
/// JSON.
/// </summary>
public sealed class NotingBroker
{
    private readonly string _base;
    private readonly byte[] _pubacks =
        new byte[4 * (MqttInflight.Capacity + MqttCommands.Capacity)];

    private byte[] _rest = new byte[0];
    private int _bodyLength;
    private int _pubacksLength;

    public NotingBroker(string baseTopic)
    {
        _base = baseTopic + "/";
    }

    /// <summary>The rest of a packet that has not wholly come yet is kept for the next call.
    /// </summary>
    public string Note(byte[] bytes)
    {
        byte[] packets = new byte[_rest.Length + bytes.Length];
        _rest.CopyTo(packets, 0);
        bytes.CopyTo(packets, _rest.Length);
        string lines = "";
        int offset = 0;
        int end = EndOf(packets, offset);
        while (end <= packets.Length)
        {
            int body = end - _bodyLength;
            lines += packets[offset] >> 4 == 3
                ? Line(packets[offset], Wire.Copy(packets, body, _bodyLength))
                : "";
            offset = end;
            end = EndOf(packets, offset);
        }
        _rest = Wire.Copy(packets, offset, packets.Length - offset);
        return lines;
    }

    public void Forget()
    {
        _rest = new byte[0];
    }

    /// <summary>Where the packet ends that starts here; behind the buffer when its length has not
    /// wholly come.</summary>
    private int EndOf(byte[] packets, int offset)
    {
        _bodyLength = 0;
        int at = offset + 1;
        for (int shift = 0; at < packets.Length; shift += 7)
        {
            _bodyLength |= (packets[at] & 0x7F) << shift;
            if (packets[at++] < 0x80)
            {
                return at + _bodyLength;
            }
        }
        return packets.Length + 1;
    }

    /// <summary>The confirmations for what was noted at QoS 1 since the last call.</summary>
    public byte[] TakePubacks()
    {
        byte[] pubacks = Wire.Copy(_pubacks, 0, _pubacksLength);
        _pubacksLength = 0;
        return pubacks;
    }

    private string Line(int first, byte[] body)
    {
        int topicLength = (body[0] << 8) | body[1];
        int payload = 2 + topicLength;
        bool qos1 = (first & 2) != 0;
        if (qos1)
        {
            KeepPuback(body[payload], body[payload + 1]);
            payload += 2;
        }
        int payloadLength = body.Length - payload;
        return Name(Wire.Ascii(body, 2, topicLength))
            + " = " + TestText.Row(Wire.Copy(body, payload, payloadLength), payloadLength)
            + (qos1 ? " q1" : "") + ((first & 1) != 0 ? " r" : "") + "\n";
    }

    private string Name(string topic)
    {
        return topic.StartsWith(_base) ? topic.Substring(_base.Length) : topic;
    }

    private void KeepPuback(byte idHigh, byte idLow)
    {
        _pubacks[_pubacksLength++] = 0x40;
        _pubacks[_pubacksLength++] = 2;
        _pubacks[_pubacksLength++] = idHigh;
        _pubacks[_pubacksLength++] = idLow;
    }
}
