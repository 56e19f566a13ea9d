using System;
using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>Writes topics and payloads. Each call replaces the publication of the last.</summary>
public sealed class MqttComposer
{
    /// <summary>Longest base topic, "twcbridge/" and the name of the box.</summary>
    public const int MaxBaseLength = 48;

    private const int MaxTopicLength = Discovery.MaxTopicLength;

    private readonly byte[] _baseTopic;
    private readonly BoxFacts _facts;
    private readonly ByteWriter _topic = new ByteWriter(MaxTopicLength);
    private readonly ByteWriter _payload = new ByteWriter(StatusWriter.MaxBoxBytes);
    private readonly JsonWriter _json;
    private readonly AckWriter _ack = new AckWriter();
    private readonly MqttPublication _publication;

    /// <summary>The facts are read whenever the state of the box is written.</summary>
    public MqttComposer(byte[] baseTopic, BoxFacts facts)
    {
        if (baseTopic.Length > MaxBaseLength)
        {
            throw new ArgumentException("the base topic is too long");
        }
        _baseTopic = baseTopic;
        _facts = facts;
        _json = new JsonWriter(_payload);
        _publication = new MqttPublication(_topic, _payload);
    }

    /// <summary>The buffers of the publications, for whoever else needs them between two.</summary>
    public MqttPublication Page => _publication;

    public MqttPublication BoxAvailability(bool online, int qos)
    {
        Begin(qos, retain: true);
        SurfaceTopics.WriteTopic(_topic, _baseTopic, SurfaceTopics.AvailabilityTopic);
        WriteAvailability(online);
        return _publication;
    }

    public MqttPublication BoxState(BoxStatus status)
    {
        Begin(qos: 0, retain: true);
        SurfaceTopics.WriteTopic(_topic, _baseTopic, SurfaceTopics.StateTopic);
        StatusWriter.WriteBox(_json, status, _facts);
        return _publication;
    }

    public MqttPublication Ack(ParsedCommand asked, CommandResult result)
    {
        Begin(qos: 1, retain: false);
        SurfaceTopics.WriteTopic(_topic, _baseTopic, SurfaceTopics.AckTopic);
        _ack.Write(_json, asked, result);
        return _publication;
    }

    public MqttPublication Event(BoxEvent happened)
    {
        Begin(qos: 1, retain: false);
        SurfaceTopics.WriteTopic(_topic, _baseTopic, SurfaceTopics.EventTopic);
        EventWriter.Write(_json, happened);
        return _publication;
    }

    public MqttPublication Vehicle(ConnectorStatus connector)
    {
        Begin(qos: 1, retain: false);
        SurfaceTopics.WriteChargerTopic(
            _topic, _baseTopic, connector.Id, SurfaceTopics.VehicleTopic);
        VehicleAsker.Write(_json, connector);
        return _publication;
    }

    public MqttPublication Connector(MqttTopic topic, ConnectorStatus connector)
    {
        Begin(topic == MqttTopic.Availability ? 1 : 0, retain: true);
        SurfaceTopics.WriteChargerTopic(_topic, _baseTopic, connector.Id, NameOf(topic));
        WritePayload(topic, connector);
        return _publication;
    }

    private void WritePayload(MqttTopic topic, ConnectorStatus connector)
    {
        switch (topic)
        {
            case MqttTopic.Availability:
                WriteAvailability(connector.Linked);
                break;

            case MqttTopic.Status:
                _payload.Ascii(StatusWriter.Letter(connector));
                break;

            case MqttTopic.Enabled:
                _payload.Ascii(connector.Enabled ? "true" : "false");
                break;

            case MqttTopic.OfferedAmps:
                _payload.Amps(connector.OfferedCentiamps);
                break;

            case MqttTopic.Power:
                WritePower(StatusWriter.PowerWatts(connector));
                break;

            default:
                StatusWriter.WriteConnector(_json, connector, _facts.UnixSeconds);
                break;
        }
    }

    /// <summary>While the power is unknown the payload stays empty, which takes an old value from
    /// the broker.</summary>
    private void WritePower(int watts)
    {
        if (watts != ConnectorStatus.Unknown)
        {
            _payload.Number(watts);
        }
    }

    private void WriteAvailability(bool online)
    {
        _payload.Ascii(online ? SurfaceTopics.Online : SurfaceTopics.Offline);
    }

    private static string NameOf(MqttTopic topic)
    {
        return topic switch
        {
            MqttTopic.Availability => SurfaceTopics.AvailabilityTopic,
            MqttTopic.Status => SurfaceTopics.StatusTopic,
            MqttTopic.Enabled => SurfaceTopics.EnabledTopic,
            MqttTopic.OfferedAmps => SurfaceTopics.OfferedAmpsTopic,
            MqttTopic.Power => SurfaceTopics.PowerTopic,
            _ => SurfaceTopics.StateTopic,
        };
    }

    private void Begin(int qos, bool retain)
    {
        _topic.Clear();
        _json.Restart();
        _publication.Qos = qos;
        _publication.Retain = retain;
    }
}
