using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>The table of what Home Assistant shows of the box and the whole site. Every path is one
/// of StatusWriter.WriteBox.</summary>
public static class BoxEntities
{
    public const int Count = FirstDiagnostic + 6;

    private const int FirstDiagnostic = 4;

    private static readonly string[] Roles =
    {
        "listening", "controlling", "standing_down", "passive",
    };

    private static readonly string[] EventKinds =
    {
        "connector_linked", "connector_lost", "fault_began", "fault_ended", "failsafe_began",
        "failsafe_ended", "rival_seen", "rival_gone", "takeover", "finding", "command_refused",
    };

    /// <summary>Writes the entity at <paramref name="index"/>, 0..<see cref="Count"/>-1.</summary>
    /// <param name="facts">Tell whether the platform knows the memory and the signal.</param>
    public static void Write(
        DiscoveryWriter writer, int siteLimitCentiamps, BoxFacts facts, int index)
    {
        switch (index)
        {
            case 0:
                writer.Limit("Site current limit", Command.WholeSite, "site_limit_a",
                    ChargingOptions.MinProtocol2Centiamps, siteLimitCentiamps);
                break;
            case 1:
                writer.Enabled(Command.WholeSite);
                break;
            case 2:
                writer.Choice("role", "Role", "role", Roles);
                break;
            case 3:
                writer.Events(EventKinds);
                break;
            default:
                WriteDiagnostic(writer, facts, index - FirstDiagnostic);
                break;
        }
    }

    private static void WriteDiagnostic(DiscoveryWriter writer, BoxFacts facts, int index)
    {
        switch (index)
        {
            case 0:
                writer.Diagnostic("uptime", "Uptime", "uptime_s", Quantity.Duration);
                break;
            case 1:
                writer.Diagnostic("bus_errors", "Bus errors", "bus.frames_bad", Quantity.Count);
                break;
            case 2:
                writer.Diagnostic(
                    "answers_missed", "Answers missed", "bus.answers_missed", Quantity.Count);
                break;
            case 3:
                writer.Diagnostic(
                    "mqtt_reconnects", "MQTT reconnects", "mqtt_reconnects", Quantity.Count);
                break;
            case 4:
                WriteMemory(writer, facts);
                break;
            default:
                WriteSignal(writer, facts);
                break;
        }
    }

    private static void WriteMemory(DiscoveryWriter writer, BoxFacts facts)
    {
        if (facts.HeapFreeBytes == BoxFacts.Unknown)
        {
            writer.Absent("free_memory", "sensor");
            return;
        }
        writer.Diagnostic("free_memory", "Free memory", "heap_free_bytes", Quantity.DataSize);
    }

    private static void WriteSignal(DiscoveryWriter writer, BoxFacts facts)
    {
        if (facts.WifiRssiDbm == BoxFacts.Unknown)
        {
            writer.Absent("wifi_signal", "sensor");
            return;
        }
        writer.Diagnostic("wifi_signal", "Wi-Fi signal", "wifi_rssi_dbm", Quantity.SignalStrength);
    }
}
