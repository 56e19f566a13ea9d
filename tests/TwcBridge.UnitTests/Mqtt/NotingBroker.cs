using TwcBridge.Mqtt;
using TwcBridge.UnitTests.Control;

namespace TwcBridge.UnitTests.Mqtt;

/// <summary>
/// Reads what a client sends, on its own account, and notes each publication as a line
/// "topic = payload q1 r": topics without their base, and ' for the quotes of JSON.
/// </summary>
public sealed class NotingBroker
{
    private readonly int _baseLength;
    private readonly byte[] _pubacks = new byte[4 * MqttInflight.Capacity];

    private int _pubacksLength;

    public NotingBroker(int baseLength)
    {
        _baseLength = baseLength;
    }

    /// <summary>Whole packets only.</summary>
    public string Note(byte[] packets)
    {
        string lines = "";
        int offset = 0;
        while (offset < packets.Length)
        {
            int first = packets[offset++];
            int length = 0;
            for (int shift = 0; shift == 0 || packets[offset - 1] >= 0x80; shift += 7)
            {
                length |= (packets[offset++] & 0x7F) << shift;
            }
            lines += first >> 4 == 3 ? Line(first, Wire.Copy(packets, offset, length)) : "";
            offset += length;
        }
        return lines;
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
        return Wire.Ascii(body, 2, topicLength).Substring(_baseLength + 1)
            + " = " + TestText.Row(Wire.Copy(body, payload, payloadLength), payloadLength)
            + (qos1 ? " q1" : "") + ((first & 1) != 0 ? " r" : "") + "\n";
    }

    private void KeepPuback(byte idHigh, byte idLow)
    {
        _pubacks[_pubacksLength++] = 0x40;
        _pubacks[_pubacksLength++] = 2;
        _pubacks[_pubacksLength++] = idHigh;
        _pubacks[_pubacksLength++] = idLow;
    }
}
