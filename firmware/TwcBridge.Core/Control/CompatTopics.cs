using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// The part of <see cref="Surface"/> that users of other projects know already: where TWCManager
/// and twc-controller publish and listen. What they mean is ours: claims with a lease, and nothing
/// is told that is not known.
/// </summary>
public static class CompatTopics
{
    // In the order of the words of mqtt_compat.
    public const int Off = 0;
    public const int Twcmanager = 1;
    public const int TwcController = 2;

    private const string TwcmanagerStart = "TWC/";
    private const string ControllerStart = "twcController/twcs/";

    // Command topics of the first, then of the second.
    private static readonly string[] Commands =
    {
        "TWC/control/chargeNow", "TWC/control/chargeNowEnd", "TWC/control/nonScheduledAmpsMax",
        "twcController/availableCurrent",
    };

    private static readonly string[] TwcmanagerNames =
    {
        "ampsInUse", "ampsMax", "ampsOffered", "state", "lifetimekWh", "voltagePhaseA",
        "voltagePhaseB", "voltagePhaseC", "carsCharging",
    };

    private static readonly string[] ControllerNames =
    {
        "max_allowable_current", "actual_current", "state", "total_kwh_delivered",
        "phase_1_voltage", "phase_2_voltage", "phase_3_voltage", "phase_1_current",
        "phase_2_current", "phase_3_current", "serial", "firmware_version", "connected_vin",
    };

    // In the order of the names.
    private static readonly byte[] TwcmanagerValues =
    {
        (byte)CompatValue.DrawnAmps, (byte)CompatValue.HighestAmps, (byte)CompatValue.OfferedAmps,
        (byte)CompatValue.ChargerState, (byte)CompatValue.KilowattHours, (byte)CompatValue.Volts,
        (byte)CompatValue.Volts2, (byte)CompatValue.Volts3, (byte)CompatValue.IsCharging,
    };

    private static readonly byte[] ControllerValues =
    {
        (byte)CompatValue.WholeHighestAmps, (byte)CompatValue.WholeDrawnAmps,
        (byte)CompatValue.ChargerState, (byte)CompatValue.KilowattHours, (byte)CompatValue.Volts,
        (byte)CompatValue.Volts2, (byte)CompatValue.Volts3, (byte)CompatValue.PhaseAmps,
        (byte)CompatValue.PhaseAmps2, (byte)CompatValue.PhaseAmps3, (byte)CompatValue.Serial,
        (byte)CompatValue.Version, (byte)CompatValue.Vin,
    };

    /// <summary>Topics of each connector.</summary>
    public static int CountOf(int project)
    {
        return project == Off ? 0 : ValuesOf(project).Length;
    }

    public static CompatValue ValueOf(int project, int item)
    {
        return (CompatValue)ValuesOf(project)[item];
    }

    /// <summary>Ids are written as the project does: in capitals, or with their bytes the other way
    /// round.</summary>
    public static void WriteTopic(ByteWriter output, int project, int item, int peripheralId)
    {
        bool isTwcmanager = project == Twcmanager;
        output.Ascii(isTwcmanager ? TwcmanagerStart : ControllerStart);
        int start = output.Length;
        output.Hex(isTwcmanager ? peripheralId : (peripheralId & 0xFF) << 8 | peripheralId >> 8,
            FourHexDigits.Length);
        for (int i = start; isTwcmanager && i < output.Length; i++)
        {
            output.Buffer[i] -= (byte)(output.Buffer[i] >= 'a' ? 'a' - 'A' : 0);
        }
        output.Byte('/');
        output.Ascii((isTwcmanager ? TwcmanagerNames : ControllerNames)[item]);
    }

    /// <summary>What to subscribe to.</summary>
    public static string FilterOf(int project)
    {
        return project == Twcmanager ? "TWC/control/+" : Commands[3];
    }

    /// <summary>As <see cref="SurfaceTopics.MatchTopic"/>.</summary>
    public static bool MatchTopic(
        int project, byte[] topic, int offset, int length, TopicMatch match)
    {
        match.PeripheralId = Command.WholeSite;
        int first = project == TwcController ? 3 : 0;
        int end = project == Off ? 0 : project == Twcmanager ? 3 : Commands.Length;
        for (int i = first; i < end; i++)
        {
            if (Ascii.Equal(topic, offset, length, Commands[i]))
            {
                match.Kind = i == 0 ? CommandKind.SetBoost
                    : i == 1 ? CommandKind.EndBoost
                    : CommandKind.SetAmps;
                return true;
            }
        }
        return false;
    }

    private static byte[] ValuesOf(int project)
    {
        return project == Twcmanager ? TwcmanagerValues : ControllerValues;
    }
}
