using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>
/// The box as MQTT shows it (docs/mqtt.md): commands in, states and acknowledgements out. It
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
    private readonly MqttAnnouncer _announcer;
    private readonly MqttFeed _feed;
    private readonly MqttNews _news;
    private readonly MqttCompat _compat;
    private readonly MqttLeftover _leftover;

    private int _connection;
    private long _notBeforeMs;
    private BoxStatus _status = new BoxStatus(0);   // Until the first one comes.
    private bool _isNews;       // A status that was not yet looked through for events.

    public MqttSurface(MqttSession session, MqttSurfaceOptions options)
    {
        _session = session;
        _commands = new MqttCommands(options, session.Counters);
        _composer = new MqttComposer(options.BaseTopic, options.Facts);
        _announcer = new MqttAnnouncer(options, session.Long, _composer.Page);
        _news = new MqttNews(options, _composer);
        _feed = new MqttFeed(options.MaxConnectors);
        _leftover = new MqttLeftover(_composer);
        _compat = new MqttCompat(options.Compat, options.MaxConnectors, _composer.Page);
    }

    /// <summary>Events that nobody was told: too many at once, or too long no connection.</summary>
    public long EventsDropped => _news.DroppedCount;

    /// <summary>When <see cref="OnTime"/> has something to do, if nothing else happens.</summary>
    public long NextDueAtMs
    {
        get
        {
            long timeoutAtMs = _commands.NextDueAtMs;
            if (!_session.IsOnline)
            {
                return timeoutAtMs;
            }
            bool atOnce = IsNewConnection || _isNews || _news.IsWaiting
                || _leftover.IsWaiting || _commands.NextAnswer != MqttCommands.None;
            long publishAtMs = atOnce ? 0
                : MqttTiming.Earliest(_feed.NextDueAtMs, _announcer.NextDueAtMs);
            publishAtMs = MqttTiming.Earliest(publishAtMs, _compat.NextDueAtMs);
            publishAtMs = publishAtMs < _notBeforeMs ? _notBeforeMs : publishAtMs;
            return MqttTiming.Earliest(publishAtMs, timeoutAtMs);
        }
    }

    /// <summary>False while no more can be taken: nothing is to be read until some of it is done.
    /// The broker then waits, as TCP makes it.</summary>
    public bool HasRoom => _commands.HasRoom && !_leftover.IsWaiting;

    private bool IsNewConnection => _connection != _session.Counters.Connects;

    /// <summary>A snapshot. It stays the caller's, who changes it only to call this again, and is
    /// read until then.</summary>
    public void OnStatus(BoxStatus status)
    {
        _status = status;
        _feed.OnStatus(_status);
        _announcer.OnStatus(_status);
        _compat.OnStatus(_status);
        _isNews = true;
    }

    /// <summary>The owner has switched Home Assistant's discovery on or off.</summary>
    public void OnDiscoverySwitched(bool announces)
    {
        _announcer.OnSwitched(announces);
    }

    /// <summary>Everything is to be told again, as if nobody knew.</summary>
    public void OnRediscover()
    {
        ForgetStates();
        _announcer.Forget();
    }

    /// <summary>What the session has received; only while there is room.</summary>
    public void OnMessage(MqttMessage message, long nowMs)
    {
        if (!_announcer.TryHear(message, nowMs) && !_leftover.TryHear(message, _status))
        {
            _commands.OnMessage(message, _status, nowMs);
        }
    }

    /// <summary>Hands on the oldest command that has just arrived. False: there is none.</summary>
    public bool TryNextCommand(Command into) => _commands.TryNext(into);

    /// <summary>The bus side's answer, which is copied. False: it is for another surface, or came
    /// too late.</summary>
    public bool OnResult(CommandResult result) => _commands.OnResult(result);

    /// <summary>Time has passed. Called on every turn of the loop.</summary>
    public void OnTime(long nowMs)
    {
        _commands.OnTime(_status, nowMs);
        if (_isNews)
        {
            _isNews = false;
            _news.OnStatus(_status, nowMs);
        }
        if (!_session.IsOnline)
        {
            return;
        }
        if (IsNewConnection)
        {
            _connection = _session.Counters.Connects;
            ForgetStates();
            _announcer.OnConnected();
        }
        if (nowMs >= _notBeforeMs)
        {
            Say(nowMs);
        }
    }

    /// <summary>
    /// Says that we go, if anybody hears it, and ends the session in order. False: it could not be
    /// said, and the socket should just be dropped, so that the broker says it.
    /// </summary>
    public bool TryLeave(long nowMs)
    {
        // At QoS 0 it is in the output at once, before the DISCONNECT; at QoS 1 it might still wait
        // in the window. In the middle of a long publication nothing can be said.
        bool said = !_session.IsOnline || !_announcer.IsTelling
            && _session.TryPublish(_composer.BoxAvailability(online: false, qos: 0), nowMs);
        if (said)
        {
            _session.Leave(nowMs);
        }
        return said;
    }

    /// <summary>One thing, the most urgent: an answer, a state, an event that explains it, and last
    /// what Home Assistant is told. What has begun must end first.</summary>
    private void Say(long nowMs)
    {
        bool hasSaid = !_announcer.IsTelling && (TryAnswer(nowMs) || TryTakeBack(nowMs)
            || TryStateTurn(nowMs) || TryTell(nowMs));
        if (!hasSaid && nowMs >= _announcer.NextDueAtMs)
        {
            bool stepped = _announcer.TryStep(_status, nowMs);
            _notBeforeMs = stepped ? nowMs : nowMs + RetryAfterMs;
        }
    }

    private bool TryAnswer(long nowMs)
    {
        int place = _commands.NextAnswer;
        bool taken = place != MqttCommands.None && TryAcknowledge(_commands.Open(place), nowMs);
        if (taken)
        {
            _news.OnAnswered(_commands.Open(place), nowMs);
            _commands.OnAnswered(place);
        }
        return taken;
    }

    // While nothing is read, the broker's confirmations cannot be read either, and the window would
    // never have room again: then the oldest publication that has left is not kept any longer.
    private bool TryAcknowledge(CommandStore answer, long nowMs)
    {
        MqttPublication ack = _composer.Ack(answer.Asked, answer.Result);
        return TryPublish(ack, nowMs)
            || (!_commands.HasRoom && _session.TryForgetOldest() && TryPublish(ack, nowMs));
    }

    // Before the states, which may wait for confirmations: as long as it waits, none are read.
    private bool TryTakeBack(long nowMs)
    {
        MqttPublication gone = _leftover.Next(_status);
        bool taken = gone != null && TryPublish(gone, nowMs);
        if (taken)
        {
            _leftover.OnTold();
        }
        return taken;
    }

    private bool TryStateTurn(long nowMs)
    {
        int item = _feed.Next(nowMs);
        if (item == MqttFeed.None)
        {
            return false;
        }
        if (TryPublish(_composer.State(item, _status), nowMs))
        {
            _feed.OnTold(item, nowMs);
        }
        else
        {
            _feed.OnRefused(item);
        }
        return true;
    }

    private bool TryTell(long nowMs)
    {
        if (_news.IsWaiting && TryPublish(_news.Compose(_status), nowMs))
        {
            _news.OnTold(_status, nowMs);
            return true;
        }
        MqttPublication told = _compat.Next(_status, nowMs);
        bool taken = told != null && TryPublish(told, nowMs);
        if (taken)
        {
            _compat.OnTold(nowMs);
        }
        return taken;
    }

    private void ForgetStates()
    {
        _feed.Forget();
        _compat.Forget();
    }

    private bool TryPublish(MqttPublication publication, long nowMs)
    {
        bool taken = _session.TryPublish(publication, nowMs);
        _notBeforeMs = taken ? nowMs : nowMs + RetryAfterMs;
        return taken;
    }
}
