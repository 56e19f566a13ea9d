using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// The JSON of a connector and of the box, the same over MQTT and HTTP. Each key is always present;
/// what is not known is null, never a number that stands for it.
/// </summary>
public static class StatusWriter
{
    /// <summary>Capacity that holds any connector's snapshot.</summary>
    public const int MaxConnectorBytes = 896;

    /// <summary>Capacity that holds any box's state.</summary>
    public const int MaxBoxBytes = 1536;

    /// <summary>Of the JSON's shape: a reader that knows another one should stop.</summary>
    public const int FormatVersion = 1;

    /// <summary>Of a connector with a fault, and of one that does not answer.</summary>
    public const string FaultLetter = "F";

    private const int MsPerSecond = 1000;
    private const int VersionParts = 3;
    private const int Unknown = ConnectorStatus.Unknown;

    /// <summary>Writes the snapshot of one connector as one object.</summary>
    public static void WriteConnector(
        JsonWriter json, ConnectorStatus connector, long unixSeconds)
    {
        json.BeginObject();
        WriteHead(json, unixSeconds);
        json.Key("id").Hex(connector.Id, FourHexDigits.Length);
        WriteState(json, connector);
        WriteAmounts(json, connector);
        WriteClaim(json, connector.Source, connector.LeaseLeftMs);
        MeterWriter.Write(json, connector);
        WriteIdentity(json, connector);
        json.Key("fault").Text(StatusCodes.Of(connector.Fault));
        Number(json, "rx_age_ms", connector.SilentMs);
        json.EndObject();
    }

    /// <summary>Writes the state of the box as one object; its connectors by id only.</summary>
    public static void WriteBox(JsonWriter json, BoxStatus status, BoxFacts facts)
    {
        BeginBox(json, status, facts);
        EndBox(json, status, facts);
    }

    /// <summary>The first half of the box's object.</summary>
    public static void BeginBox(JsonWriter json, BoxStatus status, BoxFacts facts)
    {
        json.BeginObject();
        WriteHead(json, facts.UnixSeconds);
        json.Key("box").Text(facts.BoxId);
        json.Key("version").Text(facts.FirmwareVersion);
        Number(json, "uptime_s", status.UptimeMs / MsPerSecond);
        json.Key("role").Text(StatusCodes.Of(status.Role));
        json.Key("rival").IdOrNull(status.RivalId);
        DiagnosisWords.Write(json, status);
        json.Key("enabled").Bool(status.Enabled);
        json.Key("mode").Text(CommandWords.Modes[(int)status.Mode]);
        json.Key("stop_mode").Text(StatusCodes.Of(status.StopMode));
        Amps(json, "site_limit_a", status.SiteLimitCentiamps);
        Amps(json, "requested_a", status.RequestedCentiamps);
        Amps(json, "offered_a", status.OfferedCentiamps);
        Amps(json, "drawn_a", status.DrawnCentiamps);
        WriteClaim(json, status.Source, status.LeaseLeftMs);
        Amps(json, "boost_a", status.BoostCentiamps);
        Number(json, "boost_s", SecondsLeft(status.BoostLeftMs));
    }

    /// <summary>The second half.</summary>
    public static void EndBox(JsonWriter json, BoxStatus status, BoxFacts facts)
    {
        WriteConnectorIds(json, status);
        WriteBus(json, status);
        WriteHost(json, facts);
        json.EndObject();
    }

    /// <summary>
    /// The letter of IEC 61851: A no car, B car present, C charging, F fault. Also F when the
    /// connector does not answer: A would tell a program that the car left. One that we silence on
    /// purpose has no fault; it has the car that it had.
    /// </summary>
    public static string Letter(ConnectorStatus connector)
    {
        return connector.IsGone || connector.Fault != ConnectorFault.None ? FaultLetter
            : connector.Charging ? "C"
            : connector.Connected ? "B"
            : "A";
    }

    /// <summary>The connector's own state (PROTOCOL 3.2) in plain words.</summary>
    public static string StatusText(ConnectorStatus connector)
    {
        if (!connector.Linked)
        {
            return connector.Silenced ? "paused by silence" : "not answering";
        }
        return connector.ChargerState switch
        {
            0x00 => "ready",
            0x01 => connector.Charging ? "charging" : "connected, not charging",
            0x02 => "error",
            0x03 => "connected, not charging",
            0x04 => "connected, waiting",
            0x05 => "busy",
            0x08 => "starting",
            0x0A => "adjusting",
            Unknown => "no state told yet",
            _ => "unknown state",
        };
    }

    /// <summary>Watts over the phases of which volts and amps are known, to the nearest; Unknown
    /// when there is none.</summary>
    public static int PowerWatts(ConnectorStatus connector)
    {
        bool known = false;
        long centiwatts = 0;
        for (int i = 0; i < ConnectorStatus.PhaseCount; i++)
        {
            int centiamps = connector.CurrentCentiamps[i];
            int volts = connector.Volts[i];
            if (centiamps != Unknown && volts != Unknown)
            {
                known = true;
                centiwatts += (long)centiamps * volts;
            }
        }
        return known
            ? (int)((centiwatts + Centiamps.PerAmp / 2) / Centiamps.PerAmp)
            : Unknown;
    }

    private static void WriteHead(JsonWriter json, long unixSeconds)
    {
        json.Key("v").Number(FormatVersion);
        json.Key("ts").Number(unixSeconds);
    }

    private static void WriteState(JsonWriter json, ConnectorStatus connector)
    {
        json.Key("status").Text(Letter(connector));
        json.Key("status_text").Text(StatusText(connector));
        Number(json, "twc_state", connector.ChargerState);
        json.Key("connected").Bool(connector.Connected);
        json.Key("charging").Bool(connector.Charging);
        json.Key("enabled").Bool(connector.Enabled);
        json.Key("priority").Number(connector.Priority);
    }

    private static void WriteAmounts(JsonWriter json, ConnectorStatus connector)
    {
        Amps(json, "requested_a", connector.RequestedCentiamps);
        Amps(json, "offered_a", connector.OfferedCentiamps);
        Amps(json, "accepted_a", connector.AcceptedCentiamps);
        Amps(json, "drawn_a", connector.DrawnCentiamps);
        Amps(json, "min_a", connector.MinCentiamps);
        Amps(json, "max_a", connector.MaxCentiamps);
    }

    private static void WriteClaim(JsonWriter json, ClaimSource source, long leaseLeftMs)
    {
        json.Key("source").Text(StatusCodes.Of(source));
        Number(json, "lease_s", SecondsLeft(leaseLeftMs));
        json.Key("failsafe").Bool(source == ClaimSource.Failsafe);
    }

    /// <summary>Rounded up: a lease of which something is left never shows as 0.</summary>
    private static long SecondsLeft(long leftMs)
    {
        return leftMs == Unknown ? Unknown : (leftMs + MsPerSecond - 1) / MsPerSecond;
    }

    private static void WriteIdentity(JsonWriter json, ConnectorStatus connector)
    {
        json.Key("vin").TextOrNull(connector.Vin, connector.KnownVinLength);
        json.Key("serial").TextOrNull(connector.Serial, connector.KnownSerialLength);
        json.Key("version");
        if (connector.Version[0] == Unknown)
        {
            json.Null();
        }
        else
        {
            json.Version(connector.Version, VersionParts);
        }
    }

    private static void WriteConnectorIds(JsonWriter json, BoxStatus status)
    {
        json.Key("chargers").BeginArray();
        for (int i = 0; i < status.ConnectorCount; i++)
        {
            json.Hex(status.Connector(i).Id, FourHexDigits.Length);
        }
        json.EndArray();
    }

    private static void WriteBus(JsonWriter json, BoxStatus status)
    {
        json.Key("bus").BeginObject();
        json.Key("frames_received").Number(status.FramesReceived);
        json.Key("frames_sent").Number(status.FramesSent);
        json.Key("frames_bad").Number(status.FramesBad);
        json.Key("sends_refused").Number(status.SendsRefused);
        json.Key("answers_missed").Number(status.AnswersMissed);
        json.Key("connectors_lost").Number(status.ConnectorsLost);
        json.Key("heartbeat_jitter_ms").Number(status.HeartbeatJitterMs);
        json.EndObject();
    }

    private static void WriteHost(JsonWriter json, BoxFacts facts)
    {
        json.Key("mqtt_connected").Bool(facts.MqttConnected);
        json.Key("mqtt_problem").Text(facts.MqttProblem);
        json.Key("mqtt_reconnects").Number(facts.MqttReconnects);
        json.Key("heap_free_bytes").NumberOrNull(facts.HeapFreeBytes, BoxFacts.Unknown);
        json.Key("wifi_rssi_dbm").NumberOrNull(facts.WifiRssiDbm, BoxFacts.Unknown);
    }

    private static void Number(JsonWriter json, string key, long value)
    {
        json.Key(key).NumberOrNull(value, Unknown);
    }

    private static void Amps(JsonWriter json, string key, int centiamps)
    {
        json.Key(key).AmpsOrNull(centiamps, Unknown);
    }
}
