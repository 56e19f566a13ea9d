namespace TwcBridge.UnitTests.Support;

/// <summary>
/// A scripted peripheral on the simulated line: announces itself, answers heartbeats and queries
/// after a chosen delay, and opens its contactor when nobody speaks to it (PROTOCOL 4).
/// </summary>
internal sealed class FakePeripheral
{
    public const int Never = -1;
    private const int LinkReadyEveryMs = 10000;
    private const int LinkReadyJitterMs = 500;
    private const int AnnouncedDelayMs = 200;
    private const int SlowestMs = 160;

    private readonly Dice _dice;
    private readonly byte[] _body = new byte[20];
    private long _heartbeatAtMs;
    private long _linkReadyAtMs;
    private long _opensAfterMs;
    private int _announcements;
    private byte[] _answer;
    private long _answerAtMs = long.MaxValue;

    public FakePeripheral(int id, int protocol, int seed, long nowMs)
    {
        Id = id;
        Protocol = protocol;
        Charger = new FakeCharger(protocol);
        _dice = new Dice(seed * 8191 + id);
        Reset(nowMs);
    }

    public int Id { get; }

    public int Protocol { get; }

    public FakeCharger Charger { get; }

    public int RatingCentiamps { get; set; } = 3200;

    /// <summary>From the end of a request to the first byte of the answer.</summary>
    public int LeastDelayMs { get; set; } = 20;

    public int MostDelayMs { get; set; } = 20;

    /// <summary>Chance of an answer at the slowest that PROTOCOL 4 knows.</summary>
    public int SlowPercent { get; set; }

    /// <summary>Chance that it does not hear a frame, or that what it says is lost.</summary>
    public int DeafPercent { get; set; }

    public int MutePercent { get; set; }

    /// <summary>The command byte of a query that it does not know, or Never.</summary>
    public int UnknownQuery { get; set; } = Never;

    /// <summary>17 characters, or null for a car that tells none.</summary>
    public string Vin { get; set; }

    public bool IsOff { get; set; }

    public long HeartbeatsHeard { get; private set; }

    /// <summary>Limit of the last 05, 08 or 09 that was sent to it and that it did not hear; once
    /// it has heard a heartbeat, what it holds.</summary>
    public int OfferedCentiamps { get; private set; }

    /// <summary>When it wants to speak next.</summary>
    public long SpeaksAtMs => IsOff ? long.MaxValue
        : _answerAtMs < _linkReadyAtMs ? _answerAtMs
        : _linkReadyAtMs;

    /// <summary>When its contactor opens if nothing is heard before.</summary>
    public long OpensAtMs => _heartbeatAtMs + _opensAfterMs;

    /// <summary>Power on, a moment ago.</summary>
    public void Reset(long nowMs)
    {
        Charger.OnReset();
        OfferedCentiamps = 0;
        _answerAtMs = long.MaxValue;
        _heartbeatAtMs = nowMs;
        _opensAfterMs = _dice.Between(20000, 30000);
        _linkReadyAtMs = nowMs + _dice.Between(500, LinkReadyEveryMs);
    }

    public void OnTime(long nowMs)
    {
        if (nowMs >= OpensAtMs)
        {
            Charger.OnControllerLost();
            OfferedCentiamps = 0;
        }
        Charger.OnTime(nowMs);
    }

    /// <summary>A frame of the controller has ended on the line.</summary>
    /// <param name="length">Without checksum.</param>
    public void OnFrame(byte[] body, int length, long nowMs)
    {
        bool isForMe = FrameText.Word(body, 4) == Id;
        int kind = FrameText.Word(body, 0);
        if (isForMe && kind == 0xFBE0 && body[6] >= 5)
        {
            OfferedCentiamps = FrameText.Word(body, 7);
        }
        if (IsOff || _dice.Percent(DeafPercent))
        {
            return;
        }
        if (kind == 0xFBE2 && ++_announcements % 5 == 2)
        {
            _linkReadyAtMs = nowMs + AnnouncedDelayMs + _dice.Between(0, 200);
        }
        if (isForMe && body[1] != UnknownQuery)
        {
            Answer(body, kind, nowMs);
        }
    }

    /// <summary>What it says at SpeaksAtMs, or null when that is lost.</summary>
    public byte[] Speak(long nowMs)
    {
        if (nowMs >= _answerAtMs)
        {
            _answerAtMs = long.MaxValue;
            return _answer;
        }
        _linkReadyAtMs = nowMs + LinkReadyEveryMs + _dice.Between(0, LinkReadyJitterMs);
        if (_dice.Percent(MutePercent))
        {
            return null;
        }
        Begin(0xFDE2);
        _body[4] = 0x55;
        FrameText.PutWord(_body, 5, RatingCentiamps);
        return FrameText.Wire(_body, Protocol == 1 ? 13 : 15);
    }

    private void Answer(byte[] body, int kind, long nowMs)
    {
        int length = Protocol == 1 ? 13 : 15;
        Begin(0xFD00 | (kind & 0xFF));
        switch (kind)
        {
            case 0xFBE0:
                OnHeartbeat(body, nowMs);
                break;
            case 0xFCB1:
            case 0xFCB2:
                Charger.OnContactor(kind == 0xFCB2);
                Charger.OnTime(nowMs);
                break;
            default:
                length = FakeAnswers.Fill(_body, this, kind & 0xFF, length);
                break;
        }
        if (length == 0 || _dice.Percent(MutePercent))
        {
            return;
        }
        _answer = FrameText.Wire(_body, length);
        _answerAtMs = nowMs
            + (_dice.Percent(SlowPercent) ? SlowestMs : _dice.Between(LeastDelayMs, MostDelayMs));
    }

    private void OnHeartbeat(byte[] body, long nowMs)
    {
        HeartbeatsHeard++;
        _heartbeatAtMs = nowMs;
        _linkReadyAtMs = nowMs + LinkReadyEveryMs;
        Charger.OnCommand(body[6], FrameText.Word(body, 7), nowMs);
        Charger.OnTime(nowMs);
        OfferedCentiamps = Charger.HeldCentiamps;
        FrameText.PutWord(_body, 4, FrameText.Word(body, 2));
        _body[6] = (byte)(body[6] == 0x09 ? 0x09 : Charger.State);
        FrameText.PutWord(_body, 7, Charger.AcceptedCentiamps);
        FrameText.PutWord(_body, 9, Charger.DrawnCentiamps);
    }

    private void Begin(int kind)
    {
        for (int i = 0; i < _body.Length; i++)
        {
            _body[i] = 0;
        }
        FrameText.PutWord(_body, 0, kind);
        FrameText.PutWord(_body, 2, Id);
    }
}
