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

    /// <summary>For what is composed of parts: see <see cref="Composed"/>.</summary>
    internal readonly ByteWriter Parts = new ByteWriter(MaxTextLength);

    internal readonly JsonWriter Json;

    private readonly byte[] _baseTopic;
    private readonly ByteWriter _objectId;

    /// <param name="objectId">Names the device; its owner may write another name into it.</param>
    public DiscoveryWriter(JsonWriter json, byte[] baseTopic, ByteWriter objectId)
    {
        Json = json;
        _baseTopic = baseTopic;
        _objectId = objectId;
    }

    /// <summary>An entity that this device does not have, or no more: its platform alone makes Home
    /// Assistant remove it.</summary>
    public void Absent(string key, string platform)
    {
        Json.Key(key).BeginObject();
        Json.Key("p").Text(platform);
        Json.EndObject();
    }

    /// <param name="path">Of the number, from the root of the state.</param>
    public void Sensor(string key, string name, string path, Quantity quantity)
    {
        Begin(key, "sensor", name);
        Value(path);
        Measure(quantity);
        Live();
        Json.EndObject();
    }

    /// <summary>A number that tells of the box itself, not of charging.</summary>
    public void Diagnostic(string key, string name, string path, Quantity quantity)
    {
        Begin(key, "sensor", name);
        Value(path);
        Measure(quantity);
        Live();
        Json.Key("ent_cat").Text("diagnostic");
        Json.EndObject();
    }

    /// <summary>A text that may be anything.</summary>
    public void Plain(string key, string name, string path)
    {
        Begin(key, "sensor", name);
        Value(path);
        Live();
        Json.EndObject();
    }

    /// <summary>One of a few words.</summary>
    public void Choice(string key, string name, string path, string[] words)
    {
        Begin(key, "sensor", name);
        Value(path);
        Json.Key("dev_cla").Text("enum");
        Words("ops", words);
        Live();
        Json.EndObject();
    }

    /// <summary>Yes or no.</summary>
    /// <param name="condition">On a value of the state, true for yes.</param>
    public void Flag(string key, string name, string condition, string deviceClass)
    {
        Begin(key, "binary_sensor", name);
        Parts.Clear();
        Parts.Ascii("{{ 'ON' if value_json.");
        Parts.Ascii(condition);
        Parts.Ascii(" else 'OFF' }}");
        Composed("val_tpl");
        Json.Key("dev_cla").Text(deviceClass);
        Live();
        Json.EndObject();
    }

    /// <summary>What happens, as it happens.</summary>
    public void Events(string[] kinds)
    {
        Begin("events", "event", "Events");
        Parts.Clear();
        SurfaceTopics.WriteTopic(Parts, _baseTopic, SurfaceTopics.EventTopic);
        Composed("stat_t");
        Words("evt_typ", kinds);
        Json.EndObject();
    }

    internal void Begin(string key, string platform, string name)
    {
        Json.Key(key).BeginObject();
        Json.Key("p").Text(platform);
        Json.Key("name").Text(name);
        Parts.Clear();
        Parts.Bytes(_objectId.Buffer, 0, _objectId.Length);
        Parts.Byte('_');
        Parts.Ascii(key);
        Composed("uniq_id");
        Parts.Clear();
        Parts.Ascii(platform);
        Parts.Byte('.');
        Slug();
        Parts.Byte('_');
        Parts.Ascii(key);
        Composed("def_ent_id");
    }

    /// <summary>The device's name as far as an entity's id may have it.</summary>
    private void Slug()
    {
        for (int i = 0; i < _objectId.Length; i++)
        {
            int letter = _objectId.Buffer[i];
            Parts.Byte(letter == '-' ? '_'
                : letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a'
                : letter);
        }
    }

    internal void CommandTopic(int peripheralId, string suffix)
    {
        Parts.Clear();
        if (peripheralId == Command.WholeSite)
        {
            SurfaceTopics.WriteTopic(Parts, _baseTopic, suffix);
        }
        else
        {
            SurfaceTopics.WriteChargerTopic(Parts, _baseTopic, peripheralId, suffix);
        }
        Composed("cmd_t");
    }

    internal void Value(string path)
    {
        Parts.Clear();
        Parts.Ascii("{{ value_json.");
        Parts.Ascii(path);
        Parts.Ascii(" }}");
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
            case Quantity.Delay:
                Unit("duration", "ms");
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
        Json.Key("stat_cla").Text(grows ? "total_increasing" : "measurement");
    }

    internal void Unit(string deviceClass, string unit)
    {
        Json.Key("dev_cla").Text(deviceClass);
        Json.Key("unit_of_meas").Text(unit);
    }

    private void Live()
    {
        Json.Key("exp_aft").Number(ExpireAfterSeconds);
    }

    internal void Words(string key, string[] words)
    {
        Json.Key(key).BeginArray();
        foreach (string word in words)
        {
            Json.Text(word);
        }
        Json.EndArray();
    }

    internal void Composed(string key)
    {
        Json.Key(key).Text(Parts.Buffer, 0, Parts.Length);
    }
}
