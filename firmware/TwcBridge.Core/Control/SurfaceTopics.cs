using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>The part of <see cref="Surface"/> that MQTT uses.</summary>
public static class SurfaceTopics
{
    // Topics below <base>/.
    public const string AvailabilityTopic = "availability";
    public const string StateTopic = "state";
    public const string EventTopic = "event";
    public const string AckTopic = "ack";
    public const string SetAmpsTopic = "set_amps";
    public const string SetEnabledTopic = "enabled/set";
    public const string SetBoostTopic = "boost/set";
    public const string SetModeTopic = "mode/set";
    public const string OrderTopic = "cmd";

    // Topics below <base>/charger/<id>/, besides availability, state and the first two commands.
    public const string ChargerTopics = "charger/";
    public const string StatusTopic = "status";
    public const string EnabledTopic = "enabled";
    public const string OfferedAmpsTopic = "offered_amps";
    public const string PowerTopic = "power";
    public const string EnergyTopic = "energy";
    public const string SetPriorityTopic = "priority/set";
    public const string VehicleTopic = "vehicle/request";

    public const string Online = "online";
    public const string Offline = "offline";

    private const string OneCharger = ChargerTopics + Surface.IdMark + "/";

    private static readonly string[] CommandTopics =
    {
        SetAmpsTopic,
        OneCharger + SetAmpsTopic,
        SetEnabledTopic,
        OneCharger + SetEnabledTopic,
        SetBoostTopic,
        SetModeTopic,
        OrderTopic,
        OneCharger + SetPriorityTopic,
    };

    /// <summary>
    /// Finds the command of a topic, which starts with <paramref name="baseTopic"/> and a slash.
    /// False: no command has this topic.
    /// </summary>
    public static bool MatchTopic(
        byte[] topic, int offset, int length, byte[] baseTopic, TopicMatch match)
    {
        int start = BehindBase(topic, offset, length, baseTopic);
        if (start < 0)
        {
            return false;
        }
        for (int i = 0; i < CommandTopics.Length; i++)
        {
            int left = offset + length - start;
            if (Surface.Matches(topic, start, left, CommandTopics[i], out int id))
            {
                match.Kind = KindOf(i);
                match.PeripheralId = id;
                return true;
            }
        }
        return false;
    }

    /// <summary>False: the topic does not tell whether a connector is there.</summary>
    public static bool IsChargerAvailability(
        byte[] topic, int offset, int length, byte[] baseTopic, out int peripheralId)
    {
        peripheralId = 0;
        int start = BehindBase(topic, offset, length, baseTopic);
        return start >= 0 && Surface.Matches(
            topic, start, offset + length - start, OneCharger + AvailabilityTopic,
            out peripheralId);
    }

    /// <summary>Writes base/suffix.</summary>
    public static void WriteTopic(ByteWriter output, byte[] baseTopic, string suffix)
    {
        output.Bytes(baseTopic, 0, baseTopic.Length);
        output.Byte('/');
        output.Ascii(suffix);
    }

    /// <summary>Writes base/charger/id/suffix.</summary>
    public static void WriteChargerTopic(
        ByteWriter output, byte[] baseTopic, int peripheralId, string suffix)
    {
        WriteTopic(output, baseTopic, ChargerTopics);
        output.Hex(peripheralId, FourHexDigits.Length);
        output.Byte('/');
        output.Ascii(suffix);
    }

    private static CommandKind KindOf(int topic)
    {
        return topic switch
        {
            0 or 1 => CommandKind.SetAmps,
            2 or 3 => CommandKind.SetEnabled,
            4 => CommandKind.SetBoost,
            5 => CommandKind.SetMode,
            6 => CommandKind.Order,
            _ => CommandKind.SetPriority,
        };
    }

    private static int BehindBase(byte[] topic, int offset, int length, byte[] baseTopic)
    {
        if (length <= baseTopic.Length || topic[offset + baseTopic.Length] != '/')
        {
            return -1;
        }
        for (int i = 0; i < baseTopic.Length; i++)
        {
            if (topic[offset + i] != baseTopic[i])
            {
                return -1;
            }
        }
        return offset + baseTopic.Length + 1;
    }
}
