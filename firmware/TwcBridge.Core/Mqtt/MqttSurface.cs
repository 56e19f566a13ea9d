using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>
/// The box as MQTT shows it (CONTROL-SURFACE 2): commands in, states and acknowledgements out. It
/// knows topics and payloads; connections are the business of <see cref="MqttSession"/>, whose
/// options <see cref="MqttTopics"/> must have completed. One publication leaves per turn, so that
/// a turn of the loop stays short.
/// </summary>
public sealed class MqttSurface
{
    /// <summary>Pause after the session had no room.</summary>
    private const int RetryAfterMs = 100;

    private readonly MqttSession _session;
    private readonly MqttCommands _commands;
    private readonly MqttComposer _composer;
    private readonly MqttFeed _feed = new MqttFeed();
    private readonly BoxStatus _status = new BoxStatus();

    private int _connection;
    private long _notBeforeMs;

    public MqttSurface(MqttSession session, MqttSurfaceOptions options)
    {
        _session = session;
        _commands = new MqttCommands(options, session.Counters);
        _composer = new MqttComposer(options.BaseTopic, options.Facts);
    }

    /// <summary>When <see cref="OnTime"/> has something to do, as long as nothing else happens.
    /// </summary>
    public long NextDueAtMs
    {
        get
        {
            long timeoutAtMs = _commands.NextDueAtMs;
            if (!_session.IsOnline)
            {
                return timeoutAtMs;
            }
            bool atOnce = IsNewConnection || _commands.NextAnswer != null;
            long publishAtMs = atOnce ? 0 : _feed.NextDueAtMs;
            publishAtMs = publishAtMs < _notBeforeMs ? _notBeforeMs : publishAtMs;
            return publishAtMs < timeoutAtMs ? publishAtMs : timeoutAtMs;
        }
    }

    private bool IsNewConnection => _connection != _session.Counters.Connects;

    /// <summary>A snapshot, which is copied.</summary>
    public void OnStatus(BoxStatus status)
    {
        _status.CopyFrom(status);
        _feed.OnStatus(_status);
    }

    /// <summary>What the session has received.</summary>
    public void OnMessage(MqttMessage message, long nowMs)
    {
        _commands.OnMessage(message, _status, nowMs);
    }

    /// <summary>Hands on the oldest command that has just arrived. False: there is none.</summary>
    public bool TryNextCommand(Command into)
    {
        return _commands.TryNext(into);
    }

    /// <summary>The bus side's answer, which is copied. False: it is for another surface, or came
    /// too late.</summary>
    public bool OnResult(CommandResult result)
    {
        return _commands.OnResult(result);
    }

    /// <summary>Time has passed. Called on every turn of the loop.</summary>
    public void OnTime(long nowMs)
    {
        _commands.OnTime(_status, nowMs);
        if (!_session.IsOnline)
        {
            return;
        }
        if (IsNewConnection)
        {
            _connection = _session.Counters.Connects;
            _feed.Forget();
        }
        if (nowMs >= _notBeforeMs && !TryAnswer(nowMs))
        {
            PublishNext(nowMs);
        }
    }

    /// <summary>
    /// Says that we go, if anybody hears it, and ends the session in order. False: it could not be
    /// said, and the socket should just be dropped, so that the broker says it.
    /// </summary>
    public bool TryLeave(long nowMs)
    {
        // At QoS 0 it is in the output at once, before the DISCONNECT; at QoS 1 it might still wait
        // in the window.
        bool said = !_session.IsOnline
            || _session.TryPublish(_composer.BoxAvailability(online: false, qos: 0), nowMs);
        if (said)
        {
            _session.Leave(nowMs);
        }
        return said;
    }

    private bool TryAnswer(long nowMs)
    {
        MqttPendingCommand answer = _commands.NextAnswer;
        if (answer == null || !TryPublish(_composer.Ack(answer.Asked, answer.Result), nowMs))
        {
            return false;
        }
        MqttCommands.OnAnswered(answer);
        return true;
    }

    private void PublishNext(long nowMs)
    {
        int item = _feed.Next(nowMs);
        if (item == MqttFeed.None)
        {
            return;
        }
        if (TryPublish(Compose(item), nowMs))
        {
            _feed.OnTold(item, nowMs);
        }
        else
        {
            _feed.OnRefused(item);
        }
    }

    private bool TryPublish(MqttPublication publication, long nowMs)
    {
        bool taken = _session.TryPublish(publication, nowMs);
        _notBeforeMs = taken ? nowMs : nowMs + RetryAfterMs;
        return taken;
    }

    private MqttPublication Compose(int item)
    {
        MqttTopic topic = MqttFeed.TopicOf(item);
        return topic switch
        {
            MqttTopic.BoxAvailability => _composer.BoxAvailability(online: true, qos: 1),
            MqttTopic.BoxState => _composer.BoxState(_status),
            _ => _composer.Connector(topic, _status.Connector(MqttFeed.ConnectorOf(item))),
        };
    }
}
