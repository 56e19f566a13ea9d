using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>
/// Which topic is to be published next. Every topic of the box and of each connector is an item of
/// one table, and their turn goes round, so that a slow broker hears of all connectors alike.
/// </summary>
public sealed class MqttFeed
{
    /// <summary>No item.</summary>
    public const int None = -1;

    private const int StatePauseMs = 1_000;
    private const int StateRefreshMs = 30_000;

    private const int BoxItems = (int)MqttTopic.Availability;
    private const int ConnectorItems = (int)MqttTopic.Energy + 1 - BoxItems;

    /// <summary>When <see cref="Next"/> has an item, as long as no new status comes.</summary>
    public long NextDueAtMs;

    private readonly MqttTold _told;
    private readonly int[] _values;

    private int _count = 1;     // Before the first status only that we are online.
    private int _turn;

    public MqttFeed(int maxConnectors)
    {
        int capacity = BoxItems + ConnectorItems * maxConnectors;
        _told = new MqttTold(capacity);
        _values = new int[capacity];
    }

    public static MqttTopic TopicOf(int item)
    {
        return (MqttTopic)(item < BoxItems ? item : BoxItems + (item - BoxItems) % ConnectorItems);
    }

    /// <summary>Index of the connector that an item behind those of the box is about.</summary>
    public static int ConnectorOf(int item)
    {
        return (item - BoxItems) / ConnectorItems;
    }

    public void OnStatus(BoxStatus status)
    {
        _values[(int)MqttTopic.BoxState] = MqttFingerprint.Of(status);
        _count = BoxItems + status.ConnectorCount * ConnectorItems;
        for (int i = BoxItems; i < _count; i++)
        {
            _values[i] = ValueOf(TopicOf(i), status.Connector(ConnectorOf(i)));
        }
        NextDueAtMs = EarliestAtMs();
    }

    /// <summary>A new connection: everything is told again, and first that we are online.</summary>
    public void Forget()
    {
        _turn = 0;
        _told.Forget();
        NextDueAtMs = EarliestAtMs();
    }

    /// <summary>The item whose turn it is among those that are due, or <see cref="None"/>.
    /// </summary>
    public int Next(long nowMs)
    {
        for (int i = 0; i < _count && nowMs >= NextDueAtMs; i++)
        {
            int item = (_turn + i) % _count;
            if (nowMs >= DueAtMs(item))
            {
                return item;
            }
        }
        return None;
    }

    public void OnTold(int item, long nowMs)
    {
        _told.OnTold(item, _values[item], nowMs);
        _turn = item + 1;
        NextDueAtMs = EarliestAtMs();
    }

    /// <summary>It could not be told; the others have their turn first.</summary>
    public void OnRefused(int item)
    {
        _turn = item + 1;
    }

    private long EarliestAtMs()
    {
        long earliestAtMs = MqttTiming.Never;
        for (int i = 0; i < _count; i++)
        {
            long dueAtMs = DueAtMs(i);
            earliestAtMs = dueAtMs < earliestAtMs ? dueAtMs : earliestAtMs;
        }
        return earliestAtMs;
    }

    private long DueAtMs(int item)
    {
        MqttTopic topic = TopicOf(item);
        bool isState = topic is MqttTopic.BoxState or MqttTopic.State;
        bool isSlow = isState || topic is MqttTopic.Power or MqttTopic.Energy;
        return _told.DueAtMs(
            item, _values[item], isSlow ? StatePauseMs : 0, isState ? StateRefreshMs : 0);
    }

    private static int ValueOf(MqttTopic topic, ConnectorStatus connector)
    {
        return topic switch
        {
            MqttTopic.Availability => connector.IsGone ? 0 : 1,
            MqttTopic.Status => StatusWriter.Letter(connector)[0],
            MqttTopic.Enabled => connector.Enabled ? 1 : 0,
            MqttTopic.OfferedAmps => connector.OfferedCentiamps,
            MqttTopic.Power => StatusWriter.PowerWatts(connector),
            MqttTopic.Energy => (int)connector.EnergyWattHours,
            _ => MqttFingerprint.Of(connector),
        };
    }
}
