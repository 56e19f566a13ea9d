using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>The entities by which Home Assistant gives us commands.</summary>
public sealed class DiscoveryCommands
{
    private const string LimitKey = "limit";

    private readonly DiscoveryWriter _writer;

    public DiscoveryCommands(DiscoveryWriter writer)
    {
        _writer = writer;
    }

    /// <summary>
    /// The limit, to read and to set. A number of Home Assistant stays until it is changed, so the
    /// command asks for a claim without end. It shows nothing while what is in force is below the
    /// range: Home Assistant takes no such value.
    /// </summary>
    /// <param name="ceiling">Key in the state of what cuts the amount.</param>
    public void Limit(
        string name, int peripheralId, string ceiling, int minCentiamps, int maxCentiamps)
    {
        if (maxCentiamps <= minCentiamps)
        {
            _writer.Absent(LimitKey, "number");     // Home Assistant takes no such range either.
            return;
        }
        Begin(LimitKey, "number", name, peripheralId, SurfaceTopics.SetAmpsTopic);
        JsonWriter json = _writer.Json;
        json.Key("cmd_tpl").Text("{\"amps\":{{ value }},\"ttl\":0}");
        ByteWriter parts = _writer.Parts;
        parts.Clear();
        parts.Ascii("{% set a = [value_json.requested_a, value_json.");
        parts.Ascii(ceiling);
        parts.Ascii("] | min %}{{ a if a >= ");
        parts.Amps(minCentiamps);
        parts.Ascii(" else none }}");
        _writer.Composed("val_tpl");
        json.Key("min").Amps(minCentiamps);
        json.Key("max").Amps(maxCentiamps);
        json.Key("step").Number(1);
        _writer.Unit("current", "A");
        json.EndObject();
    }

    /// <summary>The permission to charge.</summary>
    public void Enabled(int peripheralId)
    {
        Begin("enabled", "switch", "Charging allowed", peripheralId,
            SurfaceTopics.SetEnabledTopic);
        _writer.Json.Key("val_tpl").Text("{{ 'ON' if value_json.enabled else 'OFF' }}");
        _writer.Json.EndObject();
    }

    /// <summary>Whose claims count.</summary>
    public void Mode()
    {
        Begin("mode", "select", "Mode", Command.WholeSite, SurfaceTopics.SetModeTopic);
        _writer.Value(Surface.ModeKey);
        _writer.Words("ops", CommandWords.Modes);
        _writer.Json.EndObject();
    }

    /// <summary>As much as the site has, for an hour.</summary>
    public void Boost(int siteLimitCentiamps)
    {
        Begin("boost", "switch", "Boost for an hour", Command.WholeSite,
            SurfaceTopics.SetBoostTopic);
        JsonWriter json = _writer.Json;
        ByteWriter parts = _writer.Parts;
        parts.Clear();
        parts.Ascii("{\"amps\":");
        parts.Amps(siteLimitCentiamps);
        parts.Ascii(",\"minutes\":60}");
        _writer.Composed("pl_on");
        json.Key("pl_off").Text("0");
        json.Key("stat_on").Text("ON");
        json.Key("stat_off").Text("OFF");
        json.Key("val_tpl").Text("{{ 'OFF' if value_json.boost_a is none else 'ON' }}");
        json.EndObject();
    }

    public void Restart()
    {
        Begin("restart", "button", "Restart", Command.WholeSite, SurfaceTopics.OrderTopic);
        JsonWriter json = _writer.Json;
        json.Key("pl_prs").Text(Surface.CommandName(CommandKind.Restart));
        json.Key("dev_cla").Text("restart");
        json.Key("ent_cat").Text("config");
        json.EndObject();
    }

    private void Begin(string key, string platform, string name, int peripheralId, string topic)
    {
        _writer.Begin(key, platform, name);
        _writer.CommandTopic(peripheralId, topic);
    }
}
