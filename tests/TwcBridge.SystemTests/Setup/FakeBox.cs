using System;
using System.IO;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using TwcBridge.SystemTests.EndToEnd;

namespace TwcBridge.SystemTests.Setup;

/// <summary>A box as far as its HTTP interface goes, where none is to run: with a password, with
/// settings that have a state, and with whatever is to go wrong.</summary>
internal sealed class FakeBox : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly JsonObject _status = new()
    {
        ["box"] = new JsonObject { ["version"] = "0.1.0" },
        ["chargers"] = new JsonArray(),
    };

    private JsonObject? _bus;
    private int _health = 200;
    private int _state = 1;

    public FakeBox()
    {
        int port = RunningBox.FreePort();
        Address = $"127.0.0.1:{port}";
        _listener.Prefixes.Add($"http://{Address}/");
        _listener.Start();
        new Thread(Serve) { IsBackground = true }.Start();
    }

    public string Address { get; }

    public string? Password { get; set; }

    public string Name { get; set; } = "fake";

    public Func<string> Hash { get; set; } = () => "";

    public JsonObject Settings { get; set; } = [];

    /// <summary>Somebody else changes the settings just before each change of ours.</summary>
    public bool IsContested { get; set; }

    /// <summary>False: older than GET /api/v1/info.</summary>
    public bool HasInfo { get; set; } = true;

    /// <summary>Body of the last PATCH.</summary>
    public string Patched { get; private set; } = "";

    /// <summary>A box that has all that there is, and nothing that is wrong.</summary>
    public void MakeHealthy()
    {
        _status["box"] = JsonNode.Parse("""
            {"version":"0.1.0","ts":0,"site_limit_a":32.0,"offered_a":12.0,"mqtt_connected":true,
            "mqtt_reconnects":0,"wifi_rssi_dbm":null,"bus":{"sends_refused":0}}
            """);
        _status["box"]!["ts"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        _status["chargers"] = JsonNode.Parse(
            """[{"id":"8204","fault":null},{"id":"8205","fault":null}]""");
        _bus = JsonNode.Parse("""
            {"diagnosis":{"code":"well","text":"As it is.","id":null},
            "links":[{"id":"8204","linked":true}],
            "counters":{"bytes_received":100,"frames_received":5,"frames_sent":5}}
            """)!.AsObject();
        Settings = JsonNode.Parse("""
            {"mqtt_host":"broker.lan","ha_discovery":true,"ha_prefix":"homeassistant",
            "failsafe_amps":6}
            """)!.AsObject();
    }

    /// <summary>Changes one value: "box.ts=0".</summary>
    public void Change(string what)
    {
        string[] words = what.Split('.', '=');
        if (words[0] == "health")
        {
            _health = int.Parse(words[1]);
            return;
        }
        JsonNode part = words[0] switch
        {
            "box" => _status["box"]!,
            "bus" => _status["box"]!["bus"]!,
            "charger" => _status["chargers"]![0]!,
            "config" => Settings,
            _ => _bus!["diagnosis"]!,
        };
        part[words[1]] = words[2] is "true" or "false" ? JsonValue.Create(words[2] == "true")
            : int.TryParse(words[2], out int number) ? JsonValue.Create(number)
            : JsonValue.Create(words[2]);
    }

    public void Dispose()
    {
        _listener.Close();
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                Answer(_listener.GetContext());
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
        }
    }

    private void Answer(HttpListenerContext context)
    {
        (int status, JsonNode body) = IsAllowed(context.Request)
            ? Respond(context)
            : (401, Error("unauthorized"));
        if (status == 401)
        {
            context.Response.AddHeader("WWW-Authenticate", "Basic realm=\"twcbridge\"");
        }
        byte[] bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.OutputStream.Write(bytes);
        context.Response.Close();
    }

    private bool IsAllowed(HttpListenerRequest request)
    {
        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"twcbridge:{Password}"));
        return Password == null || request.Headers["Authorization"] == $"Basic {basic}";
    }

    private (int, JsonNode) Respond(HttpListenerContext context)
    {
        switch ($"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath}")
        {
            case "GET /healthz":
                return (_health, new JsonObject { ["ok"] = true });
            case "GET /api/v1/status":
                _status["box"]!["box"] = Name;
                return (200, _status.DeepClone());
            case "GET /api/v1/bus" when _bus != null:
                return (200, _bus.DeepClone());
            case "GET /api/v1/info" when HasInfo:
                return (200, new JsonObject { ["box"] = Name, ["config_hash"] = Hash() });
            case "GET /api/v1/config":
                context.Response.AddHeader("ETag", Tag);
                return (200, Settings.DeepClone());
            case "GET /api/v1/config/export":
                return (200, Settings.DeepClone());
            case "PATCH /api/v1/config":
                return Patch(context.Request);
            default:
                return (404, Error("not_found"));
        }
    }

    private string Tag => $"\"{_state}\"";

    private (int, JsonNode) Patch(HttpListenerRequest request)
    {
        _state += IsContested ? 1 : 0;
        if (request.Headers["If-Match"] != Tag)
        {
            return (412, Error("changed"));
        }
        using StreamReader body = new(request.InputStream);
        Patched = body.ReadToEnd();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(Patched)!.AsObject())
        {
            Settings[name] = value?.DeepClone();
        }
        _state++;
        return (200, Settings.DeepClone());
    }

    private static JsonObject Error(string code)
    {
        return new JsonObject { ["code"] = code, ["message"] = "No.", ["field"] = null };
    }
}
