namespace TwcBridge.Charging;

/// <summary>
/// The highest limit that a connector may hold: what it confirmed last, and every offer since then,
/// for a lost answer does not prove that the offer was not heard; and until it has told anything,
/// what it may have been given before the link.
/// </summary>
public sealed class HeldLimit
{
    private const long Never = long.MaxValue;

    /// <summary>When it will hold nothing any more, or Never.</summary>
    public long DueAtMs = Never;

    private int _confirmedCentiamps;
    private int _offeredCentiamps;
    private int _olderCentiamps;

    /// <summary>Of what we gave, the most that it may hold.</summary>
    public int OursCentiamps => _confirmedCentiamps > _offeredCentiamps
        ? _confirmedCentiamps
        : _offeredCentiamps;

    /// <summary>The most that it may hold, whoever gave it.</summary>
    public int MostCentiamps =>
        OursCentiamps > _olderCentiamps ? OursCentiamps : _olderCentiamps;

    /// <param name="olderCentiamps">What it may hold from before.</param>
    public void OnLinked(int olderCentiamps)
    {
        Hold(0, 0);
        _olderCentiamps = olderCentiamps;
    }

    /// <summary>It told which limit it holds.</summary>
    /// <param name="offeredCentiamps">The offer in force, told or about to be.</param>
    public void OnReport(int acceptedCentiamps, int offeredCentiamps)
    {
        Hold(acceptedCentiamps, offeredCentiamps);
    }

    public void OnOffer(int centiamps)
    {
        _offeredCentiamps = centiamps > _offeredCentiamps ? centiamps : _offeredCentiamps;
    }

    /// <summary>Nobody speaks to it any more.</summary>
    /// <param name="centiamps">What it may draw of what we gave.</param>
    /// <param name="untilMs">When its contactor must have opened.</param>
    public void OnLost(int centiamps, long untilMs)
    {
        int older = _olderCentiamps;
        Hold(centiamps, 0);
        _olderCentiamps = older;
        DueAtMs = untilMs;
    }

    public void OnTime(long nowMs)
    {
        if (nowMs >= DueAtMs)
        {
            Hold(0, 0);
        }
    }

    private void Hold(int confirmedCentiamps, int offeredCentiamps)
    {
        _confirmedCentiamps = confirmedCentiamps;
        _offeredCentiamps = offeredCentiamps;
        _olderCentiamps = 0;
        DueAtMs = Never;
    }
}
