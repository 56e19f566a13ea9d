namespace TwcBridge.UnitTests.Support;

/// <summary>
/// The two wires between a core and scripted peripherals: bytes take their time, arrive a few at
/// once, and are spoilt where two speak together. The core gets its turns as in the real loop: when
/// bytes have arrived and when it asked for one, or, for comparison, every millisecond.
/// </summary>
internal sealed class FakeBus
{
    private const int ChunkLength = 4;

    private readonly FakePeripheral[] _fakes;
    private readonly BusWatch _watch;
    private readonly byte[] _body = new byte[40];
    private Turns _turns;
    private int _bodyLength;
    private long _ourEndMs = long.MaxValue;
    private byte[] _talk;
    private int _talkOffset;
    private long _talkStartMs;

    /// <param name="watch">May be null.</param>
    public FakeBus(Turns turns, FakePeripheral[] fakes, BusWatch watch, long nowMs)
    {
        _turns = turns;
        _fakes = fakes;
        _watch = watch;
        NowMs = nowMs;
    }

    public long NowMs { get; private set; }

    /// <summary>True: a turn every millisecond instead of when it is due.</summary>
    public bool IsTicking { get; set; }

    /// <summary>The adapter gives back what the core sends.</summary>
    public bool IsEchoed { get; set; }

    public long SentCount { get; private set; }

    public long CollisionCount { get; private set; }

    /// <summary>Turns in which nothing had arrived and nothing was sent.</summary>
    public long IdleTurnCount { get; private set; }

    /// <summary>Somebody else speaks, now.</summary>
    public void Intrude(string frame)
    {
        Begin(FrameText.Wire(frame));
    }

    /// <summary>The box was restarted: another core takes over the line.</summary>
    public void Replace(Turns turns)
    {
        _turns = turns;
    }

    /// <summary>Begins with a turn now, as after a command.</summary>
    public void Run(long untilMs)
    {
        Step();
        while (NowMs < untilMs)
        {
            long next = IsTicking ? NowMs + 1 : NextEventMs();
            NowMs = next < untilMs ? next : untilMs;
            Step();
        }
    }

    private long NextEventMs()
    {
        long next = _turns.NextDueAtMs();
        Assert.IsTrue(next > NowMs, "asks for another turn at " + NowMs);
        next = _ourEndMs < next ? _ourEndMs : next;
        if (_talk != null && ChunkAtMs() < next)
        {
            next = ChunkAtMs();
        }
        foreach (FakePeripheral fake in _fakes)
        {
            next = fake.SpeaksAtMs < next ? fake.SpeaksAtMs : next;
            next = !fake.Charger.IsOpen && fake.OpensAtMs < next ? fake.OpensAtMs : next;
        }
        return next > NowMs ? next : NowMs + 1;
    }

    private void Step()
    {
        foreach (FakePeripheral fake in _fakes)
        {
            fake.OnTime(NowMs);
        }
        EndOurFrame();
        foreach (FakePeripheral fake in _fakes)
        {
            if (NowMs >= fake.SpeaksAtMs)
            {
                Begin(fake.Speak(NowMs));
            }
        }
        bool hasArrived = Deliver();
        _turns.OnTime(NowMs);
        int length = _turns.Next(NowMs);
        if (length > 0)
        {
            Send(length);
        }
        IdleTurnCount += hasArrived || length > 0 ? 0 : 1;
        if (_watch != null)
        {
            _watch.OnStep(NowMs);
        }
    }

    private void EndOurFrame()
    {
        if (NowMs < _ourEndMs)
        {
            return;
        }
        _ourEndMs = long.MaxValue;
        foreach (FakePeripheral fake in _fakes)
        {
            fake.OnFrame(_body, _bodyLength, NowMs);
        }
        if (IsEchoed)
        {
            byte[] copy = new byte[_body.Length];
            System.Array.Copy(_body, 0, copy, 0, _bodyLength);
            byte[] wire = FrameText.Wire(copy, _bodyLength);
            _turns.OnReceived(wire, wire.Length, NowMs);
        }
    }

    private void Begin(byte[] wire)
    {
        if (wire == null)
        {
            return;
        }
        if (_talk != null || _ourEndMs != long.MaxValue)
        {
            CollisionCount++;
            Spoil();
            return;
        }
        _talk = wire;
        _talkOffset = 0;
        _talkStartMs = NowMs;
    }

    // What is on its way arrives as noise, and our own frame reaches nobody.
    private void Spoil()
    {
        _ourEndMs = long.MaxValue;
        for (int i = _talkOffset; _talk != null && i < _talk.Length; i++)
        {
            _talk[i] ^= 0x15;
        }
    }

    private bool Deliver()
    {
        if (_talk == null || NowMs < ChunkAtMs())
        {
            return false;
        }
        int count = ChunkEnd() - _talkOffset;
        byte[] chunk = new byte[count];
        System.Array.Copy(_talk, _talkOffset, chunk, 0, count);
        _talkOffset += count;
        _talk = _talkOffset == _talk.Length ? null : _talk;
        _turns.OnReceived(chunk, count, NowMs);
        return true;
    }

    private void Send(int length)
    {
        Assert.IsTrue(_ourEndMs == long.MaxValue, "one frame out at a time " + NowMs);
        _bodyLength = FrameText.Unwrap(_turns.Wire, length, _body);
        _ourEndMs = NowMs + WireMs(length);
        SentCount++;
        if (_watch != null)
        {
            _watch.OnSent(_body, _bodyLength, NowMs);
        }
        _turns.OnSent(NowMs);
        if (_talk != null)
        {
            CollisionCount++;
            Spoil();
        }
    }

    private int ChunkEnd()
    {
        int end = _talkOffset + ChunkLength;
        return end < _talk.Length ? end : _talk.Length;
    }

    private long ChunkAtMs()
    {
        return _talkStartMs + WireMs(ChunkEnd());
    }

    private static int WireMs(int byteCount)
    {
        return (byteCount * 1042 + 999) / 1000;
    }
}
