namespace TwcBridge.Bus;

/// <summary>
/// How long to wait for an answer to begin, learned from the answers that came: their smoothed
/// delay plus four times its deviation, as transport protocols estimate a round trip. Starts at
/// the slowest that was measured on real units (PROTOCOL 4).
/// </summary>
public sealed class AnswerWait
{
    private const int DelayShift = 3;
    private const int DeviationShift = 2;
    private const int MarginMs = 10;

    // Scaled by their shifts, so that integer arithmetic keeps the fraction.
    private int _scaledDelay = -1;
    private int _scaledDeviation;

    public AnswerWait()
    {
        WaitMs = Timing.AnswerWaitStartMs;
    }

    /// <summary>From the end of our frame to the first byte of the answer.</summary>
    public int WaitMs { get; private set; }

    /// <summary>An answer came, in time or late, this long after the end of our frame.</summary>
    public void OnAnswered(int delayMs)
    {
        if (_scaledDelay < 0)
        {
            _scaledDelay = delayMs << DelayShift;
            _scaledDeviation = (delayMs / 2) << DeviationShift;
        }
        else
        {
            int error = delayMs - (_scaledDelay >> DelayShift);
            _scaledDelay += error;
            int size = error < 0 ? -error : error;
            _scaledDeviation += size - (_scaledDeviation >> DeviationShift);
        }
        Choose((_scaledDelay >> DelayShift) + _scaledDeviation + MarginMs);
    }

    /// <summary>No answer within the wait. It may have been too short: give the next one more.
    /// </summary>
    public void OnMissed()
    {
        if (WaitMs < Timing.AnswerWaitStartMs)
        {
            Choose(Timing.AnswerWaitStartMs);
        }
    }

    private void Choose(int waitMs)
    {
        WaitMs = waitMs < Timing.AnswerWaitLeastMs ? Timing.AnswerWaitLeastMs
            : waitMs > Timing.AnswerWaitMostMs ? Timing.AnswerWaitMostMs
            : waitMs;
    }
}
