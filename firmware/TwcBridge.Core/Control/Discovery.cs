namespace TwcBridge.Control;

/// <summary>
/// What Home Assistant is told of one device, the box or a connector, in pieces that together are
/// one JSON object: a head, one piece for each entity, and a tail. Point it at a device first. A
/// piece depends on nothing but that moment, so it may be written twice, to measure and to send.
/// </summary>
public sealed class Discovery
{
    /// <summary>Capacity that holds any piece.</summary>
    public const int MaxPieceBytes = 768;

    /// <summary>Longest topic, with the longest prefix and the longest name of a box.</summary>
    public const int MaxTopicLength = 104;

    public const int VersionParts = 3;

    /// <summary>The name of the product, which starts the names of its devices.</summary>
    private const string Product = "twcbridge";

    private const string DeviceLevel = "/device/";
    private const string ConfigLevel = "/config";

    private const int MaxObjectIdLength = 48;

    private readonly byte[] _baseTopic;
    private readonly BoxFacts _facts;
    private readonly ByteWriter _output;
    private readonly JsonWriter _json;
    private readonly ByteWriter _boxId = new ByteWriter(MaxObjectIdLength);
    private readonly ByteWriter _objectId = new ByteWriter(MaxObjectIdLength);
    private readonly ByteWriter _text;
    private readonly DiscoveryWriter _entities;
    private readonly DiscoveryCommands _commands;
    private readonly DiscoveredDevice _device = new DiscoveredDevice();
    private bool _isBox;

    /// <param name="output">Cleared for each piece. <see cref="MaxPieceBytes"/> or more.</param>
    /// <param name="scratch">Cleared for each piece as well. <see cref="MaxTopicLength"/>.</param>
    public Discovery(byte[] baseTopic, BoxFacts facts, ByteWriter output, ByteWriter scratch)
    {
        _text = scratch;
        _baseTopic = baseTopic;
        _facts = facts;
        _output = output;
        _json = new JsonWriter(output);
        WriteBoxId(_boxId, facts.BoxId);
        _entities = new DiscoveryWriter(_json, baseTopic, _objectId);
        _commands = new DiscoveryCommands(_entities);
    }

    public int PieceCount => 2 + (_isBox ? BoxEntities.Count : ConnectorEntities.Count);

    public void PointAtBox(BoxStatus status)
    {
        _isBox = true;
        _device.Id = 0;
        _device.MaxCentiamps = status.SiteLimitCentiamps;
        _device.HasMemory = _facts.HeapFreeBytes != BoxFacts.Unknown;
        _device.HasSignal = _facts.WifiRssiDbm != BoxFacts.Unknown;
        _objectId.Clear();
        _objectId.Bytes(_boxId.Buffer, 0, _boxId.Length);
    }

    public void PointAt(ConnectorStatus connector)
    {
        _isBox = false;
        _device.Id = connector.Id;
        _device.MinCentiamps = connector.MinCentiamps;
        _device.MaxCentiamps = connector.MaxCentiamps;
        _device.TellsVin = connector.TellsVin;
        _device.SerialLength = connector.KnownSerialLength;
        System.Array.Copy(connector.Serial, _device.Serial, ConnectorStatus.SerialLength);
        System.Array.Copy(connector.Version, _device.Version, VersionParts);
        _objectId.Clear();
        _objectId.Bytes(_boxId.Buffer, 0, _boxId.Length);
        _objectId.Byte('_');
        _objectId.Hex(connector.Id, FourHexDigits.Length);
    }

    /// <summary>Where the pieces are to be published.</summary>
    public void WriteTopic(ByteWriter topic, byte[] prefix)
    {
        topic.Bytes(prefix, 0, prefix.Length);
        topic.Ascii(DeviceLevel);
        topic.Bytes(_objectId.Buffer, 0, _objectId.Length);
        topic.Ascii(ConfigLevel);
    }

    /// <summary>Writes what the topic of a box has behind the prefix.</summary>
    public static void WriteBoxTopic(ByteWriter topic, string boxId)
    {
        topic.Ascii(DeviceLevel);
        WriteBoxId(topic, boxId);
        topic.Ascii(ConfigLevel);
    }

    private static void WriteBoxId(ByteWriter output, string boxId)
    {
        output.Ascii(Product);
        output.Byte('_');
        output.Ascii(boxId);
    }

    /// <summary>Writes the piece at <paramref name="index"/>, 0..<see cref="PieceCount"/>-1, into
    /// the output.</summary>
    public void WritePiece(int index)
    {
        _json.Restart();
        if (index == 0)
        {
            WriteHead();
            return;
        }
        if (index == PieceCount - 1)
        {
            _output.Ascii("}}");    // The end of "cmps" and of all.
            return;
        }
        int entity = index - 1;
        if (entity > 0)
        {
            _output.Byte(',');      // The writer does not know of the pieces before.
        }
        if (_isBox)
        {
            BoxEntities.Write(_entities, _commands, _device, entity);
        }
        else
        {
            ConnectorEntities.Write(_entities, _commands, _device, entity);
        }
    }

    private void WriteHead()
    {
        _json.BeginObject();
        _json.Key("dev").BeginObject();
        _json.Key("ids").Text(_objectId.Buffer, 0, _objectId.Length);
        if (_isBox)
        {
            WriteBox();
        }
        else
        {
            WriteConnector();
        }
        _json.EndObject();
        _json.Key("o").BeginObject();
        _json.Key("name").Text("TwcBridge");
        _json.Key("sw").Text(_facts.FirmwareVersion);
        _json.EndObject();
        Topic("stat_t", SurfaceTopics.StateTopic, !_isBox);
        WriteAvailability();
        _json.Key("cmps").BeginObject();
    }

    private void WriteBox()
    {
        _json.Key("name").Text("TwcBridge");
        _json.Key("mf").Text("TwcBridge");
        _json.Key("mdl").Text("Controller for Wall Connector Gen 2");
        _json.Key("sw").Text(_facts.FirmwareVersion);
    }

    private void WriteConnector()
    {
        _text.Clear();
        _text.Ascii("Wall Connector ");
        _text.Hex(_device.Id, FourHexDigits.Length);
        _json.Key("name").Text(_text.Buffer, 0, _text.Length);
        _json.Key("mf").Text("Tesla");
        _json.Key("mdl").Text("Wall Connector Gen 2");
        if (_device.SerialLength > 0)
        {
            _json.Key("sn").Text(_device.Serial, 0, _device.SerialLength);
        }
        if (_device.Version[0] != ConnectorStatus.Unknown)
        {
            _json.Key("sw").Version(_device.Version, VersionParts);
        }
        _json.Key("via_device").Text(_boxId.Buffer, 0, _boxId.Length);
    }

    /// <summary>A connector is there while the box is and while it answers the box.</summary>
    private void WriteAvailability()
    {
        _json.Key("avty").BeginArray();
        _json.BeginObject();
        Topic("t", SurfaceTopics.AvailabilityTopic, false);
        _json.EndObject();
        if (!_isBox)
        {
            _json.BeginObject();
            Topic("t", SurfaceTopics.AvailabilityTopic, true);
            _json.EndObject();
        }
        _json.EndArray();
        _json.Key("avty_mode").Text("all");
    }

    private void Topic(string key, string suffix, bool ofConnector)
    {
        _text.Clear();
        if (ofConnector)
        {
            SurfaceTopics.WriteChargerTopic(_text, _baseTopic, _device.Id, suffix);
        }
        else
        {
            SurfaceTopics.WriteTopic(_text, _baseTopic, suffix);
        }
        _json.Key(key).Text(_text.Buffer, 0, _text.Length);
    }
}
