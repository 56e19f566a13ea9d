namespace TwcBridge.Bus;

/// <summary>
/// How long to wait for an answer to begin, learned from the answers that came: their smoothed
/// delay plus four times its deviation, as transport protocols estimate a round trip. Never less
/// than the slowest that was measured on real units (PROTOCOL 4): who mostly answers at once may
/// still be slow now and then, and whoever speaks too early speaks into the answer.
/// </summary>
public sealed class AnswerWait
{
    private const int DelayShift = 3;
    private const int DeviationShift = 2;
    private const int MarginMs = 10;

    /// <summary>From the end of our frame to the first byte of the answer.</summary>
    public int WaitMs = Timing.AnswerWaitLeastMs;

    // Scaled by their shifts, so that integer arithmetic keeps the fraction.
    private int _scaledDelay = -1;
    private int _scaledDeviation;

    /// <summary>What is usual: the smoothed delay, or 0 before the first answer.</summary>
    public int UsualMs => _scaledDelay < 0 ? 0 : _scaledDelay >> DelayShift;

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
        int waitMs = (_scaledDelay >> DelayShift) + _scaledDeviation + MarginMs;
        WaitMs = waitMs < Timing.AnswerWaitLeastMs ? Timing.AnswerWaitLeastMs
            : waitMs > Timing.AnswerWaitMostMs ? Timing.AnswerWaitMostMs
            : waitMs;
    }
}
