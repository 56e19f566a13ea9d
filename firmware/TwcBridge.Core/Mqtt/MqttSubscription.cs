namespace TwcBridge.Mqtt;

/// <summary>The one SUBSCRIBE of a connection and its answer.</summary>
public sealed class MqttSubscription
{
    private const int PacketId = MqttInflight.MaxPacketId + 1;

    /// <summary>When the answer is overdue.</summary>
    public long DueAtMs = MqttTiming.Never;

    private readonly MqttOptions _options;
    private readonly MqttPacketWriter _output;
    private readonly MqttCounters _counters;

    public MqttSubscription(MqttOptions options, MqttPacketWriter output, MqttCounters counters)
    {
        _options = options;
        _output = output;
        _counters = counters;
    }

    /// <summary>Writes SUBSCRIBE behind whatever is in the output. False: no room.</summary>
    public bool TryAsk()
    {
        return _output.Subscribe(PacketId, _options.Subscriptions);
    }

    /// <summary>A broker has taken us in, and is asked.</summary>
    public void OnAccepted(long nowMs)
    {
        DueAtMs = nowMs + MqttTiming.AnswerTimeoutMs;
        TryAsk();
    }

    /// <summary>The reader holds a SUBACK. A refused filter is counted, not fatal: a box whose
    /// commands are forbidden by the broker's access list still has a state to publish.</summary>
    public MqttCloseReason OnAnswer(MqttPacketReader reader)
    {
        int count = reader.SubscriptionCount;
        if (reader.PacketId != PacketId || count != _options.Subscriptions.Length
            || DueAtMs == MqttTiming.Never)
        {
            return MqttCloseReason.Unexpected;
        }
        DueAtMs = MqttTiming.Never;
        for (int i = 0; i < count; i++)
        {
            _counters.SubscriptionsRefused += reader.IsRefused(i) ? 1 : 0;
        }
        return MqttCloseReason.None;
    }
}
