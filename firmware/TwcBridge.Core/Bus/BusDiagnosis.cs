namespace TwcBridge.Bus;

/// <summary>
/// Names the likely cause of trouble on the bus, one at a time and the worst first. Told the facts
/// once a second, it decides; it reads nothing else. A finding is named once its evidence has stood
/// for its time, and stays until the bus is well or something worse is found.
/// </summary>
public sealed class BusDiagnosis
{
    /// <summary>How long evidence is gathered before anything is called missing.</summary>
    public const int EvidenceMs = 20000;

    /// <summary>Peripherals answer the first announcements on top of each other: what is spoilt or
    /// missed until then says nothing.</summary>
    public const int SettleMs = 10000;

    /// <summary>A connector may report an error for a moment.</summary>
    public const int ErrorMs = 5000;

    /// <summary>Less than any frame has with its delimiters: single bytes are noise on a line that
    /// is otherwise dead.</summary>
    public const int FewBytes = 15;

    /// <summary>Noise is this many spoilt frames in a minute, and this share of all.</summary>
    public const int NoiseCount = 5;
    public const int NoisePercent = 3;

    /// <summary>And so are heartbeats without an answer.</summary>
    public const int MissedCount = 6;
    public const int MissedPercent = 20;

    /// <summary>Two of anything: one may be a ghost that passed the checksum.</summary>
    public const int Twice = 2;

    private const long None = long.MaxValue;

    public BusFinding Finding;

    /// <summary>Whom the finding is about, or 0.</summary>
    public int SubjectId;

    private readonly EvidenceWindow _window;
    private readonly long[] _lastTotals = new long[EvidenceWindow.KindCount];
    private long _sinceMs;
    private long _deafSinceMs = None;
    private long _failingSinceMs = None;
    private bool _mustRestart = true;

    public BusDiagnosis(long nowMs)
    {
        _sinceMs = nowMs;
        _window = new EvidenceWindow(nowMs);
    }

    /// <summary>Once a second.</summary>
    /// <param name="facts">Read during this call only.</param>
    public void OnFacts(BusFacts facts, long nowMs)
    {
        FollowRole(facts.Role, nowMs);
        Gather(facts, nowMs);
        _deafSinceMs = Since(_deafSinceMs, facts.DeafId, nowMs);
        _failingSinceMs = Since(_failingSinceMs, facts.FailingId, nowMs);
        BusFinding finding = Judge(facts, nowMs);
        if (finding > Finding)
        {
            // What was counted during a trouble that is over proves nothing.
            _window.Forget(Evidence.Spoilt);
            _window.Forget(Evidence.Missed);
        }
        Finding = finding;
        SubjectId = SubjectOf(finding, facts);
    }

    private void FollowRole(BusRole role, long nowMs)
    {
        if (role == BusRole.StandingDown)
        {
            _mustRestart = true;
        }
        else if (role != BusRole.Listening && _mustRestart)
        {
            _mustRestart = false;
            _sinceMs = nowMs;
        }
    }

    private void Gather(BusFacts facts, long nowMs)
    {
        _window.OnTime(nowMs);
        bool isSettled = !_mustRestart && nowMs >= _sinceMs + SettleMs;
        for (int i = 0; i < EvidenceWindow.KindCount; i++)
        {
            Evidence kind = (Evidence)i;
            if (isSettled || (kind != Evidence.Spoilt && kind != Evidence.Missed))
            {
                _window.Add(kind, (int)(facts.Totals[i] - _lastTotals[i]));
            }
            _lastTotals[i] = facts.Totals[i];
        }
    }

    private BusFinding Judge(BusFacts facts, long nowMs)
    {
        if (facts.Role == BusRole.StandingDown)
        {
            return facts.IsRivalConnector ? BusFinding.RotarySwitch : BusFinding.Rival;
        }
        if (facts.Role == BusRole.Listening)
        {
            return Finding;     // At start, in doubt about a rival, and after one has gone.
        }
        BusFinding trouble = JudgeEvidence(facts, nowMs);
        return trouble == BusFinding.Well && !IsProvenWell(facts) ? Finding : trouble;
    }

    private BusFinding JudgeEvidence(BusFacts facts, long nowMs)
    {
        bool isEarly = nowMs < _sinceMs + EvidenceMs;
        BusFinding trouble = isEarly ? BusFinding.Well : JudgeLine(facts, nowMs);
        if (trouble == BusFinding.Well)
        {
            trouble = JudgeConnectors(facts, isEarly, nowMs);
        }
        return trouble == BusFinding.Well ? JudgeQuality() : trouble;
    }

    // Whether anything but ourselves is on the line, and whether it hears us.
    private BusFinding JudgeLine(BusFacts facts, long nowMs)
    {
        bool isQuiet = _window.Recent(Evidence.ForeignFrames) == 0;
        if (isQuiet && facts.Totals[(int)Evidence.Echoes] > 0)
        {
            return BusFinding.OnlyEcho;
        }
        if (isQuiet)
        {
            return _window.Recent(Evidence.Bytes) < FewBytes
                ? BusFinding.NothingHeard
                : BusFinding.NoFrames;
        }
        return nowMs - EvidenceMs >= _deafSinceMs ? BusFinding.NotHeard : BusFinding.Well;
    }

    private BusFinding JudgeConnectors(BusFacts facts, bool isEarly, long nowMs)
    {
        // Stays for a minute: announcements are made at random and often lost among heartbeats.
        int refused = _window.Whole(Evidence.Refused);
        if (refused >= (Finding == BusFinding.TooManyConnectors ? 1 : Twice))
        {
            return BusFinding.TooManyConnectors;
        }
        if (facts.SilentId != 0 && !isEarly)
        {
            return BusFinding.ConnectorSilent;
        }
        return nowMs - ErrorMs >= _failingSinceMs ? BusFinding.ConnectorError : BusFinding.Well;
    }

    private BusFinding JudgeQuality()
    {
        int heard = _window.Whole(Evidence.ForeignFrames);
        if (IsMuch(Evidence.Spoilt, heard, NoiseCount, NoisePercent)
            || IsStill(BusFinding.Noise, Evidence.Spoilt))
        {
            return BusFinding.Noise;
        }
        if (_deafSinceMs != None)
        {
            return BusFinding.Well;     // Who does not hear us misses heartbeats: wait for that.
        }
        int answered = _window.Whole(Evidence.Answered);
        return IsMuch(Evidence.Missed, answered, MissedCount, MissedPercent)
            || IsStill(BusFinding.AnswersMissed, Evidence.Missed)
            ? BusFinding.AnswersMissed
            : BusFinding.Well;
    }

    private bool IsMuch(Evidence bad, int good, int leastCount, int leastPercent)
    {
        int count = _window.Whole(bad);
        return count >= leastCount && count * 100 >= (count + good) * leastPercent;
    }

    // What has been found takes less to stay, so that it does not come and go.
    private bool IsStill(BusFinding finding, Evidence bad)
    {
        return Finding == finding && _window.Whole(bad) >= Twice;
    }

    // Nothing bad is not enough: somebody must have answered, or nobody be asked on purpose.
    private bool IsProvenWell(BusFacts facts)
    {
        if (facts.Role == BusRole.Passive)
        {
            return _window.Recent(Evidence.ForeignFrames) > 0;
        }
        return facts.DeafId == 0 && facts.SilentId == 0
            && (facts.HasUnserved || _window.Recent(Evidence.Answered) > 0);
    }

    private static long Since(long sinceMs, int id, long nowMs)
    {
        return id == 0 ? None : sinceMs == None ? nowMs : sinceMs;
    }

    private static int SubjectOf(BusFinding finding, BusFacts facts)
    {
        return finding switch
        {
            BusFinding.Rival or BusFinding.RotarySwitch => facts.RivalId,
            BusFinding.NotHeard => facts.DeafId,
            BusFinding.TooManyConnectors => facts.RefusedId,
            BusFinding.ConnectorSilent => facts.SilentId,
            BusFinding.ConnectorError => facts.FailingId,
            _ => 0,
        };
    }
}
