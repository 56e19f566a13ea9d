namespace TwcBridge.Control;

/// <summary>The table of what Home Assistant shows of a connector. Every path is one of
/// StatusWriter.WriteConnector.</summary>
public static class ConnectorEntities
{
    public const int Count = FirstMeasure + 13;

    private const int FirstMeasure = 7;
    private const int FirstEnergy = FirstMeasure + 10;

    /// <summary>Everything that StatusWriter.StatusText says.</summary>
    private static readonly string[] StatusWords =
    {
        "ready", "charging", "error", "connected, not charging", "connected, waiting", "busy",
        "starting", "adjusting", "not answering", "no state told yet", "unknown state",
        "paused by silence",
    };

    /// <summary>Writes the entity at <paramref name="index"/>, 0..<see cref="Count"/>-1.</summary>
    public static void Write(
        DiscoveryWriter writer, DiscoveryCommands commands, DiscoveredDevice connector, int index)
    {
        switch (index)
        {
            case 0:
                commands.Limit("Current limit", connector.Id, "max_a",
                    connector.MinCentiamps, connector.MaxCentiamps);
                break;
            case 1:
                commands.Enabled(connector.Id);
                break;
            case 2:
                writer.Choice("status", "Status", "status_text", StatusWords);
                break;
            case 3:
                writer.Flag("plug", "Car connected", "connected", "plug");
                break;
            case 4:
                writer.Flag("charging", "Charging", "charging", "battery_charging");
                break;
            case 5:
                writer.Flag("fault", "Fault", "fault is not none", "problem");
                break;
            case 6:
                writer.Flag("failsafe", "Fail-safe", "failsafe", "problem");
                break;
            case < FirstEnergy:
                WriteMeasure(writer, index - FirstMeasure);
                break;
            case FirstEnergy:
                writer.Sensor("energy", "Energy", "energy_kwh", Quantity.Energy);
                break;
            case FirstEnergy + 1:
                writer.Sensor("session_energy", "Session energy", "session.kwh", Quantity.Energy);
                break;
            default:
                WriteVin(writer, connector);
                break;
        }
    }

    private static void WriteVin(DiscoveryWriter writer, DiscoveredDevice connector)
    {
        if (connector.TellsVin)
        {
            writer.Plain("vin", "VIN", "vin");
        }
        else
        {
            writer.Absent("vin", "sensor");
        }
    }

    private static void WriteMeasure(DiscoveryWriter writer, int index)
    {
        switch (index)
        {
            case 0:
                writer.Sensor("offered", "Offered current", "offered_a", Quantity.Current);
                break;
            case 1:
                writer.Sensor("drawn", "Drawn current", "drawn_a", Quantity.Current);
                break;
            case 2:
                writer.Sensor("accepted", "Accepted current", "accepted_a", Quantity.Current);
                break;
            case 3:
                writer.Sensor("power", "Power", "power_w", Quantity.Power);
                break;
            case 4:
                writer.Sensor("current_l1", "Current L1", "current_a[0]", Quantity.Current);
                break;
            case 5:
                writer.Sensor("current_l2", "Current L2", "current_a[1]", Quantity.Current);
                break;
            case 6:
                writer.Sensor("current_l3", "Current L3", "current_a[2]", Quantity.Current);
                break;
            case 7:
                writer.Sensor("voltage_l1", "Voltage L1", "voltage_v[0]", Quantity.Voltage);
                break;
            case 8:
                writer.Sensor("voltage_l2", "Voltage L2", "voltage_v[1]", Quantity.Voltage);
                break;
            default:
                writer.Sensor("voltage_l3", "Voltage L3", "voltage_v[2]", Quantity.Voltage);
                break;
        }
    }
}
