namespace TwcBridge.Charging;

/// <summary>
/// The highest limit that a connector may hold: what it confirmed last, and every offer since then,
/// for a lost answer does not prove that the offer was not heard. Where nothing is confirmed, the
/// worst is assumed until its contactor must have opened.
/// </summary>
public sealed class HeldLimit
{
    private const long Never = long.MaxValue;

    private int _knownCentiamps;
    private int _offeredCentiamps;

    public int MostCentiamps =>
        _knownCentiamps > _offeredCentiamps ? _knownCentiamps : _offeredCentiamps;

    /// <summary>When an old limit will have lost its force, or Never.</summary>
    public long DueAtMs { get; private set; } = Never;

    /// <summary>A link begins or ends: from here on nobody knows better.</summary>
    /// <param name="centiamps">What it may hold at worst.</param>
    /// <param name="untilMs">When it holds nothing any more unless it is heard of.</param>
    public void OnUnconfirmed(int centiamps, long untilMs)
    {
        _knownCentiamps = centiamps;
        _offeredCentiamps = 0;
        DueAtMs = untilMs;
    }

    /// <summary>It told which limit it holds.</summary>
    /// <param name="offeredCentiamps">The offer in force, told or about to be.</param>
    public void OnReport(int acceptedCentiamps, int offeredCentiamps)
    {
        _knownCentiamps = acceptedCentiamps;
        _offeredCentiamps = offeredCentiamps;
        DueAtMs = Never;
    }

    public void OnOffer(int centiamps)
    {
        _offeredCentiamps = centiamps > _offeredCentiamps ? centiamps : _offeredCentiamps;
    }

    public void OnTime(long nowMs)
    {
        if (nowMs >= DueAtMs)
        {
            _knownCentiamps = 0;
            DueAtMs = Never;
        }
    }
}
