using System;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// We never make two transmitters of one. Others may begin in the very moment in which we do, and
/// nobody can hear a byte before it is over: a collision is ours only if somebody else's frame
/// could be heard at our port for longer than the guard time before we began. And we send one frame
/// at a time: after a request we wait until something was heard, or for the slowest turnaround of
/// real units (PROTOCOL 4).
/// </summary>
internal sealed class LineCheck : Checker
{
    private const long GuardUs = 5 * Micros.PerMs;
    private const long TurnaroundUs = 160 * Micros.PerMs;
    private const string Noise = "noise";

    // The bridge counts in milliseconds.
    private const long RoundingUs = Micros.PerMs;

    private bool _isAnswerDue;
    private long _endUs = ConnectorWatch.Never;

    public LineCheck(Evidence evidence)
        : base(evidence)
    {
    }

    public override void OnBoot()
    {
        _isAnswerDue = false;
        _endUs = ConnectorWatch.Never;
    }

    public override void OnHeard()
    {
        _isAnswerDue &= Evidence.Heard.Speaker == Speaker.Ourselves;
    }

    public override void OnSending()
    {
        if (NowUs < _endUs)
        {
            Evidence.Refute(Property.OneAtATime, "sends while its last frame is on the line");
        }
        else if (_isAnswerDue && NowUs < _endUs + TurnaroundUs - RoundingUs && !HasEnded())
        {
            Evidence.Refute(Property.OneAtATime,
                $"sends {(NowUs - _endUs) / Micros.PerMs} ms after a request, unanswered");
        }
        CheckIdle();
        _isAnswerDue = Evidence.Sent.IsRequest;
    }

    /// <summary>The frame that OnSending saw is on the line now.</summary>
    public void NoteEnd(long endUs)
    {
        _endUs = endUs;
    }

    // An answer that a fault of the line has changed is over all the same.
    private bool HasEnded()
    {
        WireLog log = Evidence.Site.Line.Log;
        for (int i = log.Count - 1; i >= 0 && log[i].StartUs >= _endUs; i--)
        {
            if (log[i].EndUs <= NowUs)
            {
                return true;
            }
        }
        return false;
    }

    private void CheckIdle()
    {
        WireLog log = Evidence.Site.Line.Log;
        long audibleBeforeUs = NowUs - GuardUs;
        for (int i = log.Count - 1; i >= 0; i--)
        {
            Transmission other = log[i];
            long audibleUs = Math.Max(
                LineTiming.ByteEndUs(other.StartUs, 0), Evidence.DeafUntilUs);
            if (other.EndUs > NowUs && audibleUs < audibleBeforeUs
                && !ReferenceEquals(other.Transmitter, Evidence.Port.Name)
                && other.Transmitter != Noise)
            {
                Evidence.Refute(Property.IdleLine,
                    $"sends into a frame of {other.Transmitter} that could be heard for "
                    + $"{(NowUs - audibleUs) / Micros.PerMs} ms");
            }
            if (other.EndUs < NowUs - Micros.PerSecond)
            {
                break;
            }
        }
    }
}
