using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>What the surface needs of its session: the Will and the subscriptions.</summary>
public static class MqttTopics
{
    private const int MaxLength = MqttComposer.MaxBaseLength + 32;
    private const string AnyCharger = Surface.ChargerTopics + "+/";

    /// <summary>Fills these in before the session is made.</summary>
    public static void Complete(MqttOptions options, byte[] baseTopic)
    {
        options.WillTopic = Below(baseTopic, Surface.AvailabilityTopic);
        options.WillPayload = Bytes(Surface.Offline);
        options.Subscriptions = new[]
        {
            Below(baseTopic, Surface.SetAmpsTopic),
            Below(baseTopic, Surface.SetEnabledTopic),
            Below(baseTopic, AnyCharger + Surface.SetAmpsTopic),
            Below(baseTopic, AnyCharger + Surface.SetEnabledTopic),
        };
    }

    private static byte[] Below(byte[] baseTopic, string suffix)
    {
        ByteWriter writer = new ByteWriter(MaxLength);
        Surface.WriteTopic(writer, baseTopic, suffix);
        return Copy(writer);
    }

    private static byte[] Bytes(string text)
    {
        ByteWriter writer = new ByteWriter(MaxLength);
        writer.Ascii(text);
        return Copy(writer);
    }

    private static byte[] Copy(ByteWriter writer)
    {
        byte[] copy = new byte[writer.Length];
        System.Array.Copy(writer.Buffer, copy, writer.Length);
        return copy;
    }
}
