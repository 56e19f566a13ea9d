using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>The table of what Home Assistant shows of the box and the whole site. Every path is one
/// of StatusWriter.WriteBox.</summary>
public static class BoxEntities
{
    public const int Count = FirstCommand + 3;

    private const int FirstDiagnostic = 4;
    private const int FirstCommand = FirstDiagnostic + 7;

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
    public static void Write(
        DiscoveryWriter writer, DiscoveryCommands commands, DiscoveredDevice box, int index)
    {
        switch (index)
        {
            case 0:
                commands.Limit("Site current limit", Command.WholeSite, "site_limit_a",
                    ChargingOptions.MinProtocol2Centiamps, box.MaxCentiamps);
                break;
            case 1:
                commands.Enabled(Command.WholeSite);
                break;
            case 2:
                writer.Choice("role", "Role", "role", Roles);
                break;
            case 3:
                writer.Events(EventKinds);
                break;
            case < FirstCommand:
                WriteDiagnostic(writer, box, index - FirstDiagnostic);
                break;
            case FirstCommand:
                commands.Mode();
                break;
            case FirstCommand + 1:
                commands.Boost(box.MaxCentiamps);
                break;
            default:
                commands.Restart();
                break;
        }
    }

    private static void WriteDiagnostic(DiscoveryWriter writer, DiscoveredDevice box, int index)
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
                writer.Diagnostic("heartbeat_jitter", "Heartbeat jitter",
                    "bus.heartbeat_jitter_ms", Quantity.Delay);
                break;
            case 5:
                WriteMemory(writer, box);
                break;
            default:
                WriteSignal(writer, box);
                break;
        }
    }

    private static void WriteMemory(DiscoveryWriter writer, DiscoveredDevice box)
    {
        if (!box.HasMemory)
        {
            writer.Absent("free_memory", "sensor");
            return;
        }
        writer.Diagnostic("free_memory", "Free memory", "heap_free_bytes", Quantity.DataSize);
    }

    private static void WriteSignal(DiscoveryWriter writer, DiscoveredDevice box)
    {
        if (!box.HasSignal)
        {
            writer.Absent("wifi_signal", "sensor");
            return;
        }
        writer.Diagnostic("wifi_signal", "Wi-Fi signal", "wifi_rssi_dbm", Quantity.SignalStrength);
    }
}
