namespace TwcBridge.Control;

/// <summary>What a connector's meter says, as it stands in the connector's state.</summary>
internal static class MeterWriter
{
    private const int Unknown = ConnectorStatus.Unknown;
    public const int KilowattHourDecimals = 3;
    private const int MsPerMinute = 60000;

    /// <summary>Writes the keys current_a to energy_kwh.</summary>
    public static void Write(JsonWriter json, ConnectorStatus connector)
    {
        json.Key("current_a").BeginArray();
        for (int i = 0; i < ConnectorStatus.PhaseCount; i++)
        {
            json.AmpsOrNull(connector.CurrentCentiamps[i], Unknown);
        }
        json.EndArray();
        json.Key("voltage_v").BeginArray();
        for (int i = 0; i < ConnectorStatus.PhaseCount; i++)
        {
            json.NumberOrNull(connector.Volts[i], Unknown);
        }
        json.EndArray();
        json.Key("power_w");
        json.NumberOrNull(StatusWriter.PowerWatts(connector), Unknown);
        json.Key("session").BeginObject();
        json.Key("kwh");
        WriteKilowattHours(json, connector.SessionWattHours);
        json.Key("minutes");
        json.NumberOrNull(Minutes(connector.SessionMs), Unknown);
        json.EndObject();
        json.Key("energy_kwh");
        WriteKilowattHours(json, connector.EnergyWattHours);
    }

    private static void WriteKilowattHours(JsonWriter json, long wattHours)
    {
        if (wattHours == Unknown)
        {
            json.Null();
            return;
        }
        json.Decimal(wattHours, KilowattHourDecimals);
    }

    private static long Minutes(long durationMs)
    {
        return durationMs == Unknown ? Unknown : durationMs / MsPerMinute;
    }
}
