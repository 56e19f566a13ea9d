namespace TwcBridge.UnitTests.Support;

/// <summary>
/// Plays a table of heard frames against a core and compares every frame that it sends, and when.
/// Time goes from deadline to deadline as in the real loop, never back, and a core that asks for
/// turn after turn without doing anything fails the test.
/// </summary>
internal sealed class Timeline
{
    private const int MostTurns = 200000;

    private readonly Turns _turns;
    private readonly bool _isEchoed;
    private byte[] _echo;
    private long _echoAtMs = long.MaxValue;
    private string _sent;
    private long _sentAtMs;
    private int _turnsLeft = MostTurns;

    public Timeline(Turns turns, long nowMs)
        : this(turns, nowMs, false)
    {
    }

    /// <param name="isEchoed">The adapter gives back every frame as soon as it has left.</param>
    public Timeline(Turns turns, long nowMs, bool isEchoed)
    {
        _turns = turns;
        _isEchoed = isEchoed;
        NowMs = nowMs;
    }

    public long NowMs { get; private set; }

    /// <summary>Every row, and nothing sent between them.</summary>
    public void Play(params TimelineRow[] rows)
    {
        foreach (TimelineRow row in rows)
        {
            if (row.IsHeard)
            {
                Hear(row.AtMs, row.Frame);
            }
            else
            {
                ExpectSent(row.AtMs, row.Frame);
            }
        }
    }

    /// <summary>A whole frame arrives; until then nothing is sent.</summary>
    public void Hear(long atMs, string frame)
    {
        HearBytes(atMs, FrameText.Wire(frame));
    }

    public void HearBytes(long atMs, byte[] bytes)
    {
        StaySilentBefore(atMs);
        _turns.OnReceived(bytes, bytes.Length, atMs);
        Turn(atMs);
    }

    /// <summary>The same for a loop that was held up: it has not looked since its last turn.
    /// </summary>
    public void HearLate(long atMs, string frame)
    {
        byte[] bytes = FrameText.Wire(frame);
        NowMs = atMs;
        _turns.OnReceived(bytes, bytes.Length, atMs);
        Turn(atMs);
    }

    public void ExpectSent(long atMs, string frame)
    {
        string expected = atMs + " " + FrameText.Normal(frame);
        RunTo(atMs);
        Assert.AreEqual(expected, _sent == null ? "silence at " + atMs : _sentAtMs + " " + _sent);
        _sent = null;
    }

    /// <summary>Nothing is sent up to this instant, nor at it.</summary>
    public void StaySilent(long untilMs)
    {
        RunTo(untilMs);
        Assert.AreEqual("silence", _sent == null ? "silence" : _sentAtMs + " " + _sent);
    }

    /// <summary>Lets time pass and takes what is sent as it comes.</summary>
    /// <returns>Frames sent.</returns>
    public int Pass(long untilMs)
    {
        int count = 0;
        do
        {
            count += _sent != null ? 1 : 0;
            _sent = null;
            RunTo(untilMs);
        }
        while (_sent != null);
        return count;
    }

    private void StaySilentBefore(long atMs)
    {
        Assert.IsTrue(atMs >= NowMs, "time never goes back: " + NowMs + " to " + atMs);
        if (atMs > NowMs)
        {
            StaySilent(atMs - 1);
            Turn(NowMs);    // A loop looks every few milliseconds.
        }
        Assert.IsTrue(_sent == null, "sent and not expected: " + _sentAtMs + " " + _sent);
        NowMs = atMs;
    }

    // Up to this instant or to the next frame that is sent, whichever comes first.
    private void RunTo(long untilMs)
    {
        Assert.IsTrue(untilMs >= NowMs, "time never goes back: " + NowMs + " to " + untilMs);
        Turn(NowMs);
        while (_sent == null)
        {
            long next = _turns.NextDueAtMs();
            next = _echoAtMs < next ? _echoAtMs : next;
            if (next > untilMs)
            {
                NowMs = untilMs;
                return;
            }
            Turn(next);
        }
    }

    private void Turn(long atMs)
    {
        if (_sent != null)
        {
            return;
        }
        NowMs = atMs;
        Assert.IsTrue(_turnsLeft-- > 0, "never comes to rest");
        if (atMs >= _echoAtMs)
        {
            _echoAtMs = long.MaxValue;
            _turns.OnReceived(_echo, _echo.Length, atMs);
        }
        _turns.OnTime(atMs);
        int length = _turns.Next(atMs);
        if (length > 0)
        {
            Take(length);
        }
        Assert.IsTrue(_turns.NextDueAtMs() > atMs, "asks for another turn at " + atMs);
    }

    private void Take(int length)
    {
        Assert.AreEqual(length, _turns.Next(NowMs), "asking twice is harmless");
        _sent = FrameText.OfWire(_turns.Wire, length);
        _sentAtMs = NowMs;
        if (_isEchoed)
        {
            _echo = new byte[length];
            System.Array.Copy(_turns.Wire, 0, _echo, 0, length);
            _echoAtMs = NowMs + (length * 1042 + 999) / 1000;
        }
        _turns.OnSent(NowMs);
    }
}
