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
    private const int TakenBack = 0;

    private enum Step : byte
    {
        Idle,
        Measuring,
        Telling,
    }

    private readonly byte[] _prefix;
    private readonly MqttLongPublication _long;
    private readonly MqttPublication _page;
    private readonly BoxFacts _facts;
    private readonly Discovery _discovery;
    private readonly MqttOldPlace _old;
    private readonly MqttRandom _random;
    private readonly MqttTold[] _told;      // The box, and behind it the connectors.
    private readonly int[] _values;

    private Step _at;
    private int _device;        // Index into _told. Counts unless Idle.
    private int _value;         // Of the device when it was pointed at.
    private bool _isOld;        // It is taken back where it was announced before.
    private int _piece;
    private int _length;
    private int _count;         // Devices, none before the first status.
    private long _againAtMs = MqttTiming.Never;

    /// <param name="page">Its buffers are filled during a step only.</param>
    public MqttAnnouncer(
        MqttSurfaceOptions options, MqttLongPublication publication, MqttPublication page)
    {
        _prefix = options.DiscoveryPrefix;
        _facts = options.Facts;
        _long = publication;
        _page = page;
        _random = new MqttRandom(options.Seed);
        _discovery = new Discovery(options.BaseTopic, options.Facts, page.Payload);
        Announces = options.Announces;
        _told = new MqttTold[1 + options.MaxConnectors];
        _old = new MqttOldPlace(_prefix, _facts.BoxId, _told.Length);
        _values = new int[_told.Length];
        for (int i = 0; i < _told.Length; i++)
        {
            _told[i] = new MqttTold(PauseMs, 0);
        }
    }

    /// <summary>False: devices are taken back.</summary>
    public bool Announces { get; private set; }

    /// <summary>A publication has begun, and nothing else can be sent before its end.</summary>
    public bool IsTelling => _at == Step.Telling;

    /// <summary>When <see cref="TryStep"/> has something to do, as long as no new status comes.
    /// </summary>
    public long NextDueAtMs
    {
        get
        {
            bool isIdle = _at == Step.Idle && _old.Next(_count) == MqttOldPlace.None;
            long earliestAtMs = isIdle ? _againAtMs : 0;
            for (int i = 0; i < _count; i++)
            {
                long dueAtMs = DueAtMs(i);
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
        _count = _prefix == null ? 0 : 1 + status.ConnectorCount;
        _values[0] = MqttFingerprint.OfDevice(status, _facts);
        for (int i = 1; i < _count; i++)
        {
            _values[i] = MqttFingerprint.OfDevice(status.Connector(i - 1));
        }
    }

    /// <summary>A new connection: what was begun is lost, and everything is told again.</summary>
    public void OnConnected()
    {
        _at = Step.Idle;
        Forget();
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
            message.Buffer, message.PayloadOffset, message.PayloadLength, Surface.Online))
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

    private long DueAtMs(int device)
    {
        return _told[device].DueAtMs(ValueOf(device));
    }

    /// <summary>What the switch says counts too: one that is turned in the middle of telling.
    /// </summary>
    private int ValueOf(int device)
    {
        return Announces ? _values[device] : TakenBack;
    }

    private void Begin(BoxStatus status, long nowMs)
    {
        if (nowMs >= _againAtMs)
        {
            Forget();
        }
        for (int i = 0; i < _count; i++)
        {
            if (nowMs >= DueAtMs(i))
            {
                PointAt(i, status, isOld: false);
                return;
            }
        }
        int old = _old.Next(_count);
        if (old != MqttOldPlace.None)
        {
            PointAt(old, status, isOld: true);
        }
    }

    private void PointAt(int device, BoxStatus status, bool isOld)
    {
        _device = device;
        _isOld = isOld;
        _value = isOld ? TakenBack : ValueOf(device);
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
            _told[_device].OnTold(_value, nowMs);
        }
    }

    private void Forget()
    {
        _againAtMs = MqttTiming.Never;
        foreach (MqttTold told in _told)
        {
            told.Forget();
        }
    }
}
