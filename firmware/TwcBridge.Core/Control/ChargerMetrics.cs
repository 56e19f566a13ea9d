namespace TwcBridge.Control;

/// <summary>The metrics of one connector. What is not known has no sample.</summary>
internal static class ChargerMetrics
{
    public const int Count = 8;

    private const int Unknown = ConnectorStatus.Unknown;
    private const int JoulesPerWattHour = 3600;

    private static readonly string[] Names =
    {
        "charger_up", "charger_state", "charger_current_amperes", "charger_voltage_volts",
        "charger_power_watts", "charger_energy_joules_total", "charger_limit_amperes",
        "charger_failsafe_active",
    };

    private static readonly string[] Helps =
    {
        "1 while it answers.", "IEC 61851: A no car, B car, C charging, F fault.",
        "Drawn on each phase.", "Voltage of each phase.", "Drawn power.",
        "Energy of its life.", "Requested, offered, accepted, highest.",
        "1 while nobody claims anything.",
    };

    private static readonly string[] Letters = { "A", "B", "C", "F" };
    private static readonly string[] Phases = { "1", "2", "3" };

    /// <param name="isFirst">Nothing of this metric stands before.</param>
    public static void Write(
        ByteWriter output, int metric, bool isFirst, ConnectorStatus connector)
    {
        string name = Names[metric];
        if (isFirst)
        {
            MetricText.Begin(output, name,
                metric == 5 ? MetricText.Counter : MetricText.Gauge, Helps[metric]);
        }
        switch (metric)
        {
            case 0:
                Sample(output, name, connector, connector.Linked ? 1 : 0, 0);
                break;
            case 1:
                WriteState(output, name, connector);
                break;
            case 2:
                WritePhases(output, name, connector, connector.CurrentCentiamps, 2);
                break;
            case 3:
                WritePhases(output, name, connector, connector.Volts, 0);
                break;
            case 4:
                Sample(output, name, connector, StatusWriter.PowerWatts(connector), 0);
                break;
            case 5:
                Sample(output, name, connector, connector.EnergyWattHours == Unknown
                    ? Unknown : connector.EnergyWattHours * JoulesPerWattHour, 0);
                break;
            case 6:
                WriteLimits(output, name, connector);
                break;
            default:
                Sample(output, name, connector, connector.Failsafe ? 1 : 0, 0);
                break;
        }
    }

    private static void WriteState(ByteWriter output, string name, ConnectorStatus connector)
    {
        string letter = StatusWriter.Letter(connector);
        foreach (string each in Letters)
        {
            Labelled(output, name, connector, "state", each);
            MetricText.EndLabels(output, each == letter ? 1 : 0, 0);
        }
    }

    private static void WritePhases(
        ByteWriter output, string name, ConnectorStatus connector, int[] values, int decimals)
    {
        for (int i = 0; i < ConnectorStatus.PhaseCount; i++)
        {
            if (values[i] != Unknown)
            {
                Labelled(output, name, connector, "phase", Phases[i]);
                MetricText.EndLabels(output, values[i], decimals);
            }
        }
    }

    private static void WriteLimits(ByteWriter output, string name, ConnectorStatus connector)
    {
        WriteLimit(output, name, connector, "requested", connector.RequestedCentiamps);
        WriteLimit(output, name, connector, "offered", connector.OfferedCentiamps);
        WriteLimit(output, name, connector, "accepted", connector.AcceptedCentiamps);
        WriteLimit(output, name, connector, "highest", connector.MaxCentiamps);
    }

    private static void WriteLimit(
        ByteWriter output, string name, ConnectorStatus connector, string kind, int centiamps)
    {
        if (centiamps != Unknown)
        {
            Labelled(output, name, connector, "kind", kind);
            MetricText.EndLabels(output, centiamps, Centiamps.Decimals);
        }
    }

    private static void Sample(
        ByteWriter output, string name, ConnectorStatus connector, long value, int decimals)
    {
        if (value != Unknown)
        {
            Labelled(output, name, connector, null, null);
            MetricText.EndLabels(output, value, decimals);
        }
    }

    // With the connector's id, and a second label where there is one.
    private static void Labelled(
        ByteWriter output, string name, ConnectorStatus connector, string label, string value)
    {
        MetricText.Name(output, name);
        output.Ascii("{charger=\"");
        output.Hex(connector.Id, FourHexDigits.Length);
        output.Byte('"');
        if (label != null)
        {
            MetricText.Label(output, false, label, value);
        }
    }
}
