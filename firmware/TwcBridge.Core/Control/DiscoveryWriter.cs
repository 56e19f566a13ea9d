using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// Writes the entities of one Home Assistant device, each a member of "cmps". The words are Home
/// Assistant's short ones.
/// </summary>
public sealed class DiscoveryWriter
{
    /// <summary>A value that was not renewed for so long is unavailable. States are repeated every
    /// 30 s.</summary>
    private const int ExpireAfterSeconds = 180;

    private const int MaxTextLength = 128;

    private readonly JsonWriter _json;
    private readonly byte[] _baseTopic;
    private readonly ByteWriter _objectId;
    private readonly ByteWriter _text = new ByteWriter(MaxTextLength);

    /// <param name="objectId">Names the device; its owner may write another name into it.</param>
    public DiscoveryWriter(JsonWriter json, byte[] baseTopic, ByteWriter objectId)
    {
        _json = json;
        _baseTopic = baseTopic;
        _objectId = objectId;
    }

    /// <summary>An entity that this device does not have, or no more: its platform alone makes Home
    /// Assistant remove it.</summary>
    public void Absent(string key, string platform)
    {
        _json.Key(key).BeginObject();
        _json.Key("p").Text(platform);
        _json.EndObject();
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
            Absent("limit", "number");      // Home Assistant takes no such range either.
            return;
        }
        Begin("limit", "number", name);
        CommandTopic(peripheralId, SurfaceTopics.SetAmpsTopic);
        _json.Key("cmd_tpl").Text("{\"amps\":{{ value }},\"ttl\":0}");
        _text.Clear();
        _text.Ascii("{% set a = [value_json.requested_a, value_json.");
        _text.Ascii(ceiling);
        _text.Ascii("] | min %}{{ a if a >= ");
        _text.Amps(minCentiamps);
        _text.Ascii(" else none }}");
        Composed("val_tpl");
        _json.Key("min").Amps(minCentiamps);
        _json.Key("max").Amps(maxCentiamps);
        _json.Key("step").Number(1);
        Unit("current", "A");
        _json.EndObject();
    }

    /// <summary>The permission to charge.</summary>
    public void Enabled(int peripheralId)
    {
        Begin("enabled", "switch", "Charging allowed");
        CommandTopic(peripheralId, SurfaceTopics.SetEnabledTopic);
        _json.Key("val_tpl").Text("{{ 'ON' if value_json.enabled else 'OFF' }}");
        _json.EndObject();
    }

    /// <param name="path">Of the number, from the root of the state.</param>
    public void Sensor(string key, string name, string path, Quantity quantity)
    {
        Begin(key, "sensor", name);
        Value(path);
        Measure(quantity);
        Live();
        _json.EndObject();
    }

    /// <summary>A number that tells of the box itself, not of charging.</summary>
    public void Diagnostic(string key, string name, string path, Quantity quantity)
    {
        Begin(key, "sensor", name);
        Value(path);
        Measure(quantity);
        Live();
        _json.Key("ent_cat").Text("diagnostic");
        _json.EndObject();
    }

    /// <summary>One of a few words.</summary>
    public void Choice(string key, string name, string path, string[] words)
    {
        Begin(key, "sensor", name);
        Value(path);
        _json.Key("dev_cla").Text("enum");
        Words("ops", words);
        Live();
        _json.EndObject();
    }

    /// <summary>Yes or no.</summary>
    /// <param name="condition">On a value of the state, true for yes.</param>
    public void Flag(string key, string name, string condition, string deviceClass)
    {
        Begin(key, "binary_sensor", name);
        _text.Clear();
        _text.Ascii("{{ 'ON' if value_json.");
        _text.Ascii(condition);
        _text.Ascii(" else 'OFF' }}");
        Composed("val_tpl");
        _json.Key("dev_cla").Text(deviceClass);
        Live();
        _json.EndObject();
    }

    /// <summary>What happens, as it happens.</summary>
    public void Events(string[] kinds)
    {
        Begin("events", "event", "Events");
        _text.Clear();
        SurfaceTopics.WriteTopic(_text, _baseTopic, SurfaceTopics.EventTopic);
        Composed("stat_t");
        Words("evt_typ", kinds);
        _json.EndObject();
    }

    private void Begin(string key, string platform, string name)
    {
        _json.Key(key).BeginObject();
        _json.Key("p").Text(platform);
        _json.Key("name").Text(name);
        _text.Clear();
        _text.Bytes(_objectId.Buffer, 0, _objectId.Length);
        _text.Byte('_');
        _text.Ascii(key);
        Composed("uniq_id");
        _text.Clear();
        _text.Ascii(platform);
        _text.Byte('.');
        Slug();
        _text.Byte('_');
        _text.Ascii(key);
        Composed("def_ent_id");
    }

    /// <summary>The device's name as far as an entity's id may have it.</summary>
    private void Slug()
    {
        for (int i = 0; i < _objectId.Length; i++)
        {
            int letter = _objectId.Buffer[i];
            _text.Byte(letter == '-' ? '_'
                : letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a'
                : letter);
        }
    }

    private void CommandTopic(int peripheralId, string suffix)
    {
        _text.Clear();
        if (peripheralId == Command.WholeSite)
        {
            SurfaceTopics.WriteTopic(_text, _baseTopic, suffix);
        }
        else
        {
            SurfaceTopics.WriteChargerTopic(_text, _baseTopic, peripheralId, suffix);
        }
        Composed("cmd_t");
    }

    private void Value(string path)
    {
        _text.Clear();
        _text.Ascii("{{ value_json.");
        _text.Ascii(path);
        _text.Ascii(" }}");
        Composed("val_tpl");
    }

    private void Measure(Quantity quantity)
    {
        switch (quantity)
        {
            case Quantity.Current:
                Unit("current", "A");
                break;
            case Quantity.Voltage:
                Unit("voltage", "V");
                break;
            case Quantity.Power:
                Unit("power", "W");
                break;
            case Quantity.Duration:
                Unit("duration", "s");
                break;
            case Quantity.DataSize:
                Unit("data_size", "B");
                break;
            case Quantity.SignalStrength:
                Unit("signal_strength", "dBm");
                break;
        }
        bool grows = quantity == Quantity.Count;
        _json.Key("stat_cla").Text(grows ? "total_increasing" : "measurement");
    }

    private void Unit(string deviceClass, string unit)
    {
        _json.Key("dev_cla").Text(deviceClass);
        _json.Key("unit_of_meas").Text(unit);
    }

    private void Live()
    {
        _json.Key("exp_aft").Number(ExpireAfterSeconds);
    }

    private void Words(string key, string[] words)
    {
        _json.Key(key).BeginArray();
        foreach (string word in words)
        {
            _json.Text(word);
        }
        _json.EndArray();
    }

    private void Composed(string key)
    {
        _json.Key(key).Text(_text.Buffer, 0, _text.Length);
    }
}
