using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>What the surface needs of its session: the Will and the subscriptions.</summary>
public static class MqttTopics
{
    private const int MaxLength = MqttComposer.MaxBaseLength + 32;
    private const string AnyCharger = SurfaceTopics.ChargerTopics + "+/";
    private const string AnySetting = "+/set";

    /// <summary>Fills these in before the session is made.</summary>
    /// <param name="discoveryPrefix">Below which Home Assistant says that it has started; null when
    /// nobody wants to know.</param>
    /// <param name="boxId">As Discovery has it.</param>
    /// <param name="compat">Of CompatTopics.</param>
    public static void Complete(MqttOptions options, byte[] baseTopic, byte[] discoveryPrefix,
        string boxId, int compat)
    {
        options.WillTopic = Below(baseTopic, SurfaceTopics.AvailabilityTopic);
        options.WillPayload = Bytes(SurfaceTopics.Offline);
        int count = discoveryPrefix == null ? 6 : 8;
        byte[][] filters = new byte[compat == CompatTopics.Off ? count : count + 1][];
        filters[0] = Below(baseTopic, SurfaceTopics.SetAmpsTopic);
        filters[1] = Below(baseTopic, AnySetting);
        filters[2] = Below(baseTopic, SurfaceTopics.OrderTopic);
        filters[3] = Below(baseTopic, AnyCharger + SurfaceTopics.SetAmpsTopic);
        filters[4] = Below(baseTopic, AnyCharger + AnySetting);
        filters[5] = Below(baseTopic, AnyCharger + SurfaceTopics.AvailabilityTopic);
        if (discoveryPrefix != null)
        {
            filters[6] = Below(discoveryPrefix, SurfaceTopics.StatusTopic);
            filters[7] = AnyBox(boxId);
        }
        if (compat != CompatTopics.Off)
        {
            filters[count] = Bytes(CompatTopics.FilterOf(compat));
        }
        options.Subscriptions = filters;
    }

    /// <summary>Below any prefix of one level.</summary>
    private static byte[] AnyBox(string boxId)
    {
        ByteWriter writer = new ByteWriter(MaxLength);
        writer.Byte('+');
        Discovery.WriteBoxTopic(writer, boxId);
        return Copy(writer);
    }

    private static byte[] Below(byte[] baseTopic, string suffix)
    {
        ByteWriter writer = new ByteWriter(MaxLength);
        SurfaceTopics.WriteTopic(writer, baseTopic, suffix);
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
