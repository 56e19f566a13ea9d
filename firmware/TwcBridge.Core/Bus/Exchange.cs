using TwcBridge.Messages;

namespace TwcBridge.Bus;

/// <summary>
/// The one request that may be on the line, from its first bit to the end of the wait for its
/// answer. While it is open nothing else is sent.
/// </summary>
public sealed class Exchange
{
    /// <summary>True while we send, or an answer may still come.</summary>
    public bool IsOpen;

    /// <summary>The message that was sent; for its answer see MessageShape.AnswerTo.</summary>
    public MessageKind Request;

    /// <summary>Whom it was for; 0 for an announcement.</summary>
    public int PeripheralId;

    /// <summary>When the line is free again if nothing more is heard.</summary>
    public long ClosesAtMs;

    /// <summary>When the last bit of our own frame has left.</summary>
    public long RequestEndsAtMs;

    private readonly AnswerWait _wait = new AnswerWait();
    private MessageKind _expected;
    private bool _isLate;

    public int AnswerWaitMs => _wait.WaitMs;

    /// <summary>How long an exchange may take at most, from its first bit.</summary>
    public int LongestMs(int wireLength)
    {
        return Timing.WireMs(wireLength) + _wait.WaitMs + Timing.LongestAnswerMs
            + Timing.LineIdleMs;
    }

    /// <summary>The same for one that is answered as usual.</summary>
    public int UsualMs(int wireLength)
    {
        return LongestMs(wireLength) - _wait.WaitMs + _wait.UsualMs;
    }

    public void OnSent(MessageKind request, int peripheralId, int wireLength, long nowMs)
    {
        Request = request;
        PeripheralId = peripheralId;
        _expected = MessageShape.AnswerTo(request);
        RequestEndsAtMs = nowMs + Timing.WireMs(wireLength);
        ClosesAtMs = _expected == MessageKind.None
            ? RequestEndsAtMs + Timing.LineIdleMs
            : RequestEndsAtMs + _wait.WaitMs + Timing.LongestAnswerMs;
        IsOpen = true;
        _isLate = false;
    }

    /// <summary>Whether this message answers the last request, in time or too late.</summary>
    public bool IsAnswer(Message message)
    {
        return (IsOpen || _isLate) && message.Kind == _expected
            && message.SenderId == PeripheralId;
    }

    /// <summary>The answer came. Learns from its delay.</summary>
    /// <param name="answerLength">Bytes that the answer took on the wire.</param>
    /// <returns>From the end of the request to the first byte of the answer.</returns>
    public int OnAnswered(int answerLength, long nowMs)
    {
        // An adapter may deliver early, and an answer to somebody else's request days late.
        long delayMs = nowMs - RequestEndsAtMs - Timing.WireMs(answerLength);
        int learnedMs = delayMs < 0 ? 0
            : delayMs > Timing.AnswerWaitMostMs ? Timing.AnswerWaitMostMs
            : (int)delayMs;
        _wait.OnAnswered(learnedMs);
        IsOpen = false;
        _isLate = false;
        return learnedMs;
    }

    /// <summary>The wait is over without an answer.</summary>
    /// <returns>True when an answer had been expected.</returns>
    public bool OnClosed()
    {
        IsOpen = false;
        _isLate = _expected != MessageKind.None;
        return _isLate;
    }
}
