using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>The rules for text in a packet (MQTT 3.1.1, 1.5.3 and 4.7).</summary>
public static class MqttText
{
    /// <summary>
    /// True for text that may name a topic: one character or more of valid UTF-8, no wildcard, no
    /// U+0000.
    /// </summary>
    public static bool IsTopicName(byte[] buffer, int offset, int length)
    {
        int end = offset + length;
        int index = offset;
        while (index < end)
        {
            int size = Utf8.LengthAt(buffer, index, end);
            if (size == 0 || buffer[index] is 0 or (byte)'+' or (byte)'#')
            {
                return false;
            }
            index += size;
        }
        return length > 0;
    }

    /// <summary>True for a message on start and end together.</summary>
    public static bool IsTopic(MqttMessage message, byte[] start, string end)
    {
        if (message.TopicLength != start.Length + end.Length)
        {
            return false;
        }
        return Same(message.Buffer, message.TopicOffset, start, start.Length)
            && Ascii.Equal(message.Buffer, message.TopicOffset + start.Length, end.Length, end);
    }

    /// <summary>True when the bytes from the offset on are these.</summary>
    public static bool Same(byte[] buffer, int offset, byte[] other, int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (buffer[offset + i] != other[i])
            {
                return false;
            }
        }
        return true;
    }
}
