using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>
/// Tells Home Assistant of the box and of each connector, or takes back what it was told.
/// Everything that moves its state is in this file: one device at a time, one piece of it in a
/// step.
/// <code>
///   Idle -> Measuring -> Telling -> Idle
/// </code>
/// MQTT wants the length of a publication before its first byte, so each device is written twice.
/// </summary>
public sealed class MqttAnnouncer
{
    /// <summary>Home Assistant has just started and asks all devices at once; they spread their
    /// answers.</summary>
    public const int MinAnswerMs = 1_000;
    public const int MaxAnswerMs = 5_000;

    /// <summary>A range that changes to and fro is not told faster than this.</summary>
    public const int PauseMs = 10_000;

    private const string StatusTopic = "/status";

    private enum Step : byte
    {
        Idle,
        Measuring,
        Telling,
    }

    /// <summary>False: devices are taken back.</summary>
    public bool Announces;

    private readonly byte[] _prefix;
    private readonly MqttLongPublication _long;
    private readonly MqttPublication _page;
    private readonly Discovery _discovery;
    private readonly MqttOldPlace _old;
    private readonly MqttRandom _random;
    private readonly MqttDevices _devices;

    private Step _at;
    private int _device;        // As MqttDevices has it. Counts unless Idle.
    private int _value;         // Of the device when it was pointed at.
    private bool _isOld;        // It is taken back where it was announced before.
    private int _piece;
    private int _length;
    private long _againAtMs = MqttTiming.Never;

    /// <param name="page">Its buffers are filled during a call only.</param>
    public MqttAnnouncer(
        MqttSurfaceOptions options, MqttLongPublication publication, MqttPublication page)
    {
        _prefix = options.DiscoveryPrefix;
        _long = publication;
        _page = page;
        _random = new MqttRandom(options.Seed);
        _discovery = new Discovery(
            options.BaseTopic, options.Facts, page.Payload, page.Topic);
        Announces = options.Announces;
        _devices = new MqttDevices(options);
        _old = new MqttOldPlace(
            _prefix, options.Facts.BoxId, _devices.Capacity, page.Topic);
    }

    /// <summary>A publication has begun, and nothing else can be sent before its end.</summary>
    public bool IsTelling => _at == Step.Telling;

    /// <summary>When <see cref="TryStep"/> has something to do, as long as no new status comes.
    /// </summary>
    public long NextDueAtMs
    {
        get
        {
            bool isIdle = _at == Step.Idle && _old.Next(_devices.Count) == MqttOldPlace.None;
            long earliestAtMs = isIdle ? _againAtMs : 0;
            for (int i = 0; i < _devices.Count; i++)
            {
                long dueAtMs = _devices.DueAtMs(i, Announces);
                earliestAtMs = dueAtMs < earliestAtMs ? dueAtMs : earliestAtMs;
            }
            return earliestAtMs;
        }
    }

    /// <summary>The owner has switched announcing on or off.</summary>
    public void OnSwitched(bool announces)
    {
        if (announces != Announces)
        {
            Announces = announces;
            Forget();
        }
    }

    public void OnStatus(BoxStatus status)
    {
        _devices.OnStatus(status);
    }

    /// <summary>A new connection: what was begun is lost, and everything is told again.</summary>
    public void OnConnected()
    {
        _at = Step.Idle;
        Forget();
    }

    /// <summary>Everything is to be told again.</summary>
    public void Forget()
    {
        _againAtMs = MqttTiming.Never;
        _devices.Forget();
    }

    /// <summary>False: the message is not Home Assistant's.</summary>
    public bool TryHear(MqttMessage message, long nowMs)
    {
        if (_old.TryHear(message))
        {
            return true;
        }
        if (_prefix == null || !MqttText.IsTopic(message, _prefix, StatusTopic))
        {
            return false;
        }
        if (Ascii.Equal(
            message.Buffer, message.PayloadOffset, message.PayloadLength, SurfaceTopics.Online))
        {
            _againAtMs = nowMs + MinAnswerMs + _random.Next(MaxAnswerMs - MinAnswerMs + 1);
        }
        return true;
    }

    /// <summary>One small step towards having told all. False: it takes room in the output that is
    /// not there yet.</summary>
    public bool TryStep(BoxStatus status, long nowMs)
    {
        switch (_at)
        {
            case Step.Measuring:
                return TryMeasure(nowMs);

            case Step.Telling:
                return TryTell(nowMs);

            default:
                Begin(status, nowMs);
                return true;
        }
    }

    private void Begin(BoxStatus status, long nowMs)
    {
        if (nowMs >= _againAtMs)
        {
            Forget();
        }
        for (int i = 0; i < _devices.Count; i++)
        {
            if (nowMs >= _devices.DueAtMs(i, Announces))
            {
                PointAt(i, status, isOld: false);
                return;
            }
        }
        int old = _old.Next(_devices.Count);
        if (old != MqttOldPlace.None)
        {
            PointAt(old, status, isOld: true);
        }
    }

    private void PointAt(int device, BoxStatus status, bool isOld)
    {
        _device = device;
        _isOld = isOld;
        _value = _devices.ValueOf(device, Announces && !isOld);
        _piece = 0;
        _length = 0;
        _at = Step.Measuring;
        if (device == 0)
        {
            _discovery.PointAtBox(status);
        }
        else
        {
            _discovery.PointAt(status.Connector(device - 1));
        }
    }

    /// <summary>Adds up one piece, or sends the head once all are measured. Of what is taken back
    /// there is nothing to measure.</summary>
    private bool TryMeasure(long nowMs)
    {
        bool announces = Announces && !_isOld;
        if (announces && _piece < _discovery.PieceCount)
        {
            _discovery.WritePiece(_piece++);
            _length += _page.Payload.Length;
            return true;
        }
        _page.Topic.Clear();
        _discovery.WriteTopic(_page.Topic, _isOld ? _old.Prefix : _prefix);
        if (!_long.TryBegin(_page.Topic, announces ? _length : 0, nowMs))
        {
            return false;
        }
        _piece = 0;
        _at = Step.Telling;
        EndUnlessOpen(nowMs);
        return true;
    }

    private bool TryTell(long nowMs)
    {
        _discovery.WritePiece(_piece);
        bool taken = _long.TryAppend(_page.Payload);
        _piece += taken ? 1 : 0;
        EndUnlessOpen(nowMs);
        return taken;
    }

    private void EndUnlessOpen(long nowMs)
    {
        if (_long.IsOpen)
        {
            return;
        }
        _at = Step.Idle;
        if (_isOld)
        {
            _old.OnCleared(_device);
        }
        else
        {
            _devices.OnTold(_device, _value, nowMs);
        }
    }
}
