using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.Http;

/// <summary>What the box remembers and tells in parts: settings, events, the last day, and itself.
/// </summary>
internal sealed class HttpRecords
{
    private readonly int[] _ends = new int[HttpServer.MaxConnections];
    private readonly int[] _starts = new int[HttpServer.MaxConnections];
    private readonly History _history = new History();
    private readonly EventLog _log = new EventLog();
    private readonly EventSpotter _spotter;
    private readonly BoxFacts _facts;
    private readonly HttpSettings _settings;
    private readonly HttpCertificate _certificate;
    private readonly HttpAuth _auth;

    public HttpRecords(HttpOptions options, BoxFacts facts, HttpApi api)
    {
        _spotter = new EventSpotter(options.MaxConnectors);
        _facts = facts;
        _settings = api.Settings;
        _certificate = api.Certificate;
        _auth = api.Auth;
    }

    public void OnStatus(BoxStatus status, long nowMs)
    {
        _history.OnStatus(status.OfferedCentiamps, status.DrawnCentiamps, nowMs);
        _spotter.OnStatus(status, _facts.UnixSeconds, nowMs);
        NoteEvents();
    }

    /// <summary>A command over HTTP was refused.</summary>
    public void OnRefused(int peripheralId, string code, long nowMs)
    {
        _spotter.OnRefused(peripheralId, code, _facts.UnixSeconds, nowMs);
        NoteEvents();
    }

    /// <summary>Fixes what the parts are about.</summary>
    public void Begin(int connection, HttpConnection client)
    {
        Route route = client.Match.Route;
        _ends[connection] = route == Route.Log ? _log.Last : _history.Total;
        if (route == Route.Log)
        {
            _starts[connection] = HttpQuery.Number(client.Request, "since=");
        }
    }

    public void WriteHeaders(Route route, HttpResponse response)
    {
        if (route == Route.Config)
        {
            _settings.WriteTag(response);
        }
        else if (route == Route.ConfigExport)
        {
            response.Header(
                "Content-Disposition", "attachment; filename=\"twcbridge-settings.json\"");
        }
    }

    /// <returns>True for the last part.</returns>
    public bool WritePart(
        int connection, int part, Route route, BoxStatus status, JsonWriter json)
    {
        switch (route)
        {
            case Route.Log:
                return _log.WritePart(json, part, _starts[connection], _ends[connection]);
            case Route.History:
                return HistoryWriter.WritePart(
                    json, part, _history, _ends[connection], _facts.UnixSeconds);
            case Route.Info:
                WriteInfo(json, status);
                return true;
            case Route.OpenApi:
                return OpenApiWriter.WritePart(json, part, _facts.FirmwareVersion);
            default:
                return SettingsWriter.WritePart(
                    json, part, _settings.InForce, route == Route.ConfigExport);
        }
    }

    private void WriteInfo(JsonWriter json, BoxStatus status)
    {
        json.BeginObject();
        json.Key("v").Number(StatusWriter.FormatVersion);
        json.Key("ts").Number(_facts.UnixSeconds);
        json.Key("box").Text(_facts.BoxId);
        json.Key("version").Text(_facts.FirmwareVersion);
        json.Key("target").Text(_facts.Target);
        json.Key("uptime_s").Number(status == null ? 0 : status.UptimeMs / 1000);
        json.Key("password").Bool(!_auth.IsOpen);
        json.Key("config_hash").Hex(SettingsFingerprint.Of(_settings.InForce), 8);
        json.Key("restart_required").Bool(_settings.NeedsRestart);
        json.Key("settings_kept").Bool(_settings.IsKept);
        json.Key("heap_free_bytes").NumberOrNull(_facts.HeapFreeBytes, BoxFacts.Unknown);
        json.Key("gc_runs").NumberOrNull(_facts.GcRuns, BoxFacts.Unknown);
        json.Key("wifi_rssi_dbm").NumberOrNull(_facts.WifiRssiDbm, BoxFacts.Unknown);
        json.Key("mqtt_connected").Bool(_facts.MqttConnected);
        json.Key("mqtt_problem").Text(_facts.MqttProblem);
        json.Key("mqtt_ca").Bool(_certificate.IsSet);
        json.EndObject();
    }

    private void NoteEvents()
    {
        for (BoxEvent next = _spotter.Next; next != null; next = _spotter.Next)
        {
            _log.Note(next);
            _spotter.OnTold();
        }
    }
}
