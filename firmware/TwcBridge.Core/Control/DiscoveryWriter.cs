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

    /// <summary>For what is composed of parts: see <see cref="Composed"/>.</summary>
    internal ByteWriter Parts => _text;

    internal JsonWriter Json => _json;

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

    /// <summary>A text that may be anything.</summary>
    public void Plain(string key, string name, string path)
    {
        Begin(key, "sensor", name);
        Value(path);
        Live();
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

    internal void Begin(string key, string platform, string name)
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

    internal void CommandTopic(int peripheralId, string suffix)
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

    internal void Value(string path)
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
            case Quantity.Energy:
                Unit("energy", "kWh");
                break;
        }
        bool grows = quantity is Quantity.Count or Quantity.Energy;
        _json.Key("stat_cla").Text(grows ? "total_increasing" : "measurement");
    }

    internal void Unit(string deviceClass, string unit)
    {
        _json.Key("dev_cla").Text(deviceClass);
        _json.Key("unit_of_meas").Text(unit);
    }

    private void Live()
    {
        _json.Key("exp_aft").Number(ExpireAfterSeconds);
    }

    internal void Words(string key, string[] words)
    {
        _json.Key(key).BeginArray();
        foreach (string word in words)
        {
            _json.Text(word);
        }
        _json.EndArray();
    }

    internal void Composed(string key)
    {
        _json.Key(key).Text(_text.Buffer, 0, _text.Length);
    }
}
