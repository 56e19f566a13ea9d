using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>Publishes on the topics of another project: each on change, once a second at the most,
/// in turn. Retained, at QoS 0.</summary>
public sealed class MqttCompat
{
    private const int PauseMs = 1_000;
    private const int None = -1;

    /// <summary>When <see cref="Next"/> has something, as long as no new status comes.</summary>
    public long NextDueAtMs = MqttTiming.Never;

    private readonly int _project;
    private readonly int _itemCount;
    private readonly MqttPublication _page;
    private readonly MqttTold _told;
    private readonly int[] _values;
    private int _count;
    private int _turn;

    /// <param name="project">Of CompatTopics; nothing is ever published for Off.</param>
    /// <param name="page">Filled when something is to be published.</param>
    public MqttCompat(int project, int maxConnectors, MqttPublication page)
    {
        _project = project;
        _itemCount = CompatTopics.CountOf(project);
        _page = page;
        _told = new MqttTold(_itemCount * maxConnectors);
        _values = new int[_itemCount * maxConnectors];
    }

    public void OnStatus(BoxStatus status)
    {
        _count = status.ConnectorCount * _itemCount;
        for (int i = 0; i < _count; i++)
        {
            _values[i] = CompatWriter.PrintOf(
                CompatTopics.ValueOf(_project, i % _itemCount),
                status.Connector(i / _itemCount));
        }
        FindNextDue();
    }

    /// <summary>A new connection: everything is told again.</summary>
    public void Forget()
    {
        _told.Forget();
        FindNextDue();
    }

    /// <summary>What is to be published now, or null.</summary>
    public MqttPublication Next(BoxStatus status, long nowMs)
    {
        int item = nowMs < NextDueAtMs ? None : Find(nowMs);
        if (item == None)
        {
            return null;
        }
        _turn = item;
        ConnectorStatus connector = status.Connector(item / _itemCount);
        int place = item % _itemCount;
        _page.Topic.Clear();
        _page.Payload.Clear();
        _page.Qos = 0;
        _page.Retain = true;
        CompatTopics.WriteTopic(_page.Topic, _project, place, connector.Id);
        CompatWriter.Write(_page.Payload, CompatTopics.ValueOf(_project, place), connector);
        return _page;
    }

    /// <summary>It has been published.</summary>
    public void OnTold(long nowMs)
    {
        _told.OnTold(_turn, _values[_turn], nowMs);
        _turn++;
        FindNextDue();
    }

    private int Find(long nowMs)
    {
        for (int i = 0; i < _count; i++)
        {
            int item = (_turn + i) % _count;
            if (nowMs >= DueAtMs(item))
            {
                return item;
            }
        }
        return None;
    }

    private void FindNextDue()
    {
        NextDueAtMs = MqttTiming.Never;
        for (int i = 0; i < _count; i++)
        {
            NextDueAtMs = MqttTiming.Earliest(NextDueAtMs, DueAtMs(i));
        }
    }

    private long DueAtMs(int item)
    {
        return _told.DueAtMs(item, _values[item], PauseMs, 0);
    }
}
