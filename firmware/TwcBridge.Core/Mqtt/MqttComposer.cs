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

    /// <summary>The buffers of the publications, for whoever else needs them between two.</summary>
    public readonly MqttPublication Page;

    public readonly byte[] BaseTopic;

    private readonly BoxFacts _facts;
    private readonly ByteWriter _topic = new ByteWriter(MaxTopicLength);
    private readonly ByteWriter _payload = new ByteWriter(StatusWriter.MaxBoxBytes);
    private readonly JsonWriter _json;
    private readonly AckWriter _ack = new AckWriter();

    /// <summary>The facts are read whenever the state of the box is written.</summary>
    public MqttComposer(byte[] baseTopic, BoxFacts facts)
    {
        if (baseTopic.Length > MaxBaseLength)
        {
            throw new ArgumentException("the base topic is too long");
        }
        BaseTopic = baseTopic;
        _facts = facts;
        _json = new JsonWriter(_payload);
        Page = new MqttPublication(_topic, _payload);
    }

    public MqttPublication BoxAvailability(bool online, int qos)
    {
        Begin(qos, retain: true);
        SurfaceTopics.WriteTopic(_topic, BaseTopic, SurfaceTopics.AvailabilityTopic);
        WriteAvailability(online);
        return Page;
    }

    public MqttPublication BoxState(BoxStatus status)
    {
        Begin(qos: 0, retain: true);
        SurfaceTopics.WriteTopic(_topic, BaseTopic, SurfaceTopics.StateTopic);
        StatusWriter.WriteBox(_json, status, _facts);
        return Page;
    }

    public MqttPublication Ack(ParsedCommand asked, CommandResult result)
    {
        Begin(qos: 1, retain: false);
        SurfaceTopics.WriteTopic(_topic, BaseTopic, SurfaceTopics.AckTopic);
        _ack.Write(_json, asked, result);
        return Page;
    }

    public MqttPublication Event(BoxEvent happened)
    {
        Begin(qos: 1, retain: false);
        SurfaceTopics.WriteTopic(_topic, BaseTopic, SurfaceTopics.EventTopic);
        EventWriter.Write(_json, happened);
        return Page;
    }

    public MqttPublication Vehicle(ConnectorStatus connector)
    {
        Begin(qos: 1, retain: false);
        SurfaceTopics.WriteChargerTopic(
            _topic, BaseTopic, connector.Id, SurfaceTopics.VehicleTopic);
        VehicleAsker.Write(_json, connector);
        return Page;
    }

    /// <param name="item">Of MqttFeed.</param>
    public MqttPublication State(int item, BoxStatus status)
    {
        MqttTopic topic = MqttFeed.TopicOf(item);
        return topic switch
        {
            MqttTopic.BoxAvailability => BoxAvailability(online: true, qos: 1),
            MqttTopic.BoxState => BoxState(status),
            _ => Connector(topic, status.Connector(MqttFeed.ConnectorOf(item))),
        };
    }

    public MqttPublication Connector(MqttTopic topic, ConnectorStatus connector)
    {
        Begin(topic == MqttTopic.Availability ? 1 : 0, retain: true);
        SurfaceTopics.WriteChargerTopic(_topic, BaseTopic, connector.Id, NameOf(topic));
        WritePayload(topic, connector);
        return Page;
    }

    /// <summary>What a topic says of a connector that we have not met. At QoS 0: if it is lost,
    /// the broker shows the old one again.</summary>
    /// <param name="topic">From Availability to State.</param>
    public MqttPublication Unmet(MqttTopic topic, int peripheralId)
    {
        Begin(qos: 0, retain: true);
        SurfaceTopics.WriteChargerTopic(_topic, BaseTopic, peripheralId, NameOf(topic));
        _payload.Ascii(topic switch
        {
            MqttTopic.Availability => SurfaceTopics.Offline,
            MqttTopic.Status => StatusWriter.FaultLetter,
            MqttTopic.Enabled => "true",
            MqttTopic.OfferedAmps => "0.0",
            _ => "",
        });
        return Page;
    }

    private void WritePayload(MqttTopic topic, ConnectorStatus connector)
    {
        switch (topic)
        {
            case MqttTopic.Availability:
                WriteAvailability(!connector.IsGone);
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
                WriteKnown(StatusWriter.PowerWatts(connector), 0);
                break;

            case MqttTopic.Energy:
                WriteKnown(connector.EnergyWattHours, MeterWriter.KilowattHourDecimals);
                break;

            default:
                StatusWriter.WriteConnector(_json, connector, _facts.UnixSeconds);
                break;
        }
    }

    /// <summary>While the number is unknown the payload stays empty, which takes an old value from
    /// the broker.</summary>
    private void WriteKnown(long value, int decimals)
    {
        if (value != ConnectorStatus.Unknown)
        {
            _payload.Decimal(value, decimals);
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
            MqttTopic.Energy => SurfaceTopics.EnergyTopic,
            _ => SurfaceTopics.StateTopic,
        };
    }

    private void Begin(int qos, bool retain)
    {
        _topic.Clear();
        _json.Restart();
        Page.Qos = qos;
        Page.Retain = retain;
    }
}
