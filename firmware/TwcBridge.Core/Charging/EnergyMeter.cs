namespace TwcBridge.Charging;

/// <summary>
/// The energy that went through one connector. Between two counts of its meter the energy is
/// reckoned from volts and amps, so that a meter of whole kWh does not climb in steps. What is told
/// never falls and never jumps: a count that the installation could not have delivered is a spoilt
/// frame.
/// </summary>
public sealed class EnergyMeter
{
    /// <summary>Not known yet.</summary>
    public const long Unknown = -1;

    /// <summary>A gap in the reports longer than this is not reckoned over.</summary>
    public const int LongestStepMs = 60000;

    /// <summary>So many implausible counts that agree with each other are believed after all: the
    /// meter was replaced or reset.</summary>
    public const int BelievedAfter = 3;

    private const long MilliwattHoursPerHourMs = 3600;
    private const int WattHoursPerKilowattHour = 1000;

    // Highest power of the installation: 80 A on three phases of 250 V.
    private const int MostWatts = 60000;

    /// <summary>Energy since the meter was made, in Wh, or Unknown before the first count whose
    /// unit is known. Never falls.</summary>
    public long WattHours = Unknown;

    /// <summary>Counts that were not believed.</summary>
    public long DoubtedCount;

    private readonly UnitFinder _finder;
    private long _reckonedMwh;
    private long _countedWh = Unknown;
    private long _reckonedAtCountMwh;
    private long _offsetWh;
    private long _countedAtMs;
    private long _powerAtMs = Unknown;
    private int _watts;
    private int _doubtCount;
    private long _doubtWh;

    /// <param name="unit">What the owner knows of the meter, or Unknown.</param>
    public EnergyMeter(EnergyUnit unit = EnergyUnit.Unknown)
    {
        _finder = new UnitFinder(unit);
    }

    public EnergyUnit Unit => _finder.Unit;

    /// <summary>Energy since start by our own reckoning, in Wh.</summary>
    public long ReckonedWattHours => _reckonedMwh / 1000;

    /// <summary>Another connector's meter from here on.</summary>
    public void Clear()
    {
        _finder.Clear();
        _reckonedMwh = 0;
        _countedWh = Unknown;
        _offsetWh = 0;
        WattHours = Unknown;
        _powerAtMs = Unknown;
        _doubtCount = 0;
    }

    /// <summary>The power from now on; what went before is reckoned up.</summary>
    public void OnPower(int watts, long nowMs)
    {
        if (_powerAtMs != Unknown && nowMs - _powerAtMs <= LongestStepMs)
        {
            _reckonedMwh += (nowMs - _powerAtMs) * _watts / MilliwattHoursPerHourMs;
        }
        _watts = watts;
        _powerAtMs = nowMs;
        Tell();
    }

    /// <summary>A count of the meter, after OnPower with the same instant.</summary>
    public void OnCount(long raw, long nowMs)
    {
        _finder.OnMeter(raw, ReckonedWattHours);
        if (Unit == EnergyUnit.Unknown)
        {
            return;
        }
        long countWh = Unit == EnergyUnit.WattHours ? raw : raw * WattHoursPerKilowattHour;
        if (_countedWh == Unknown || IsPlausible(countWh, nowMs))
        {
            Take(countWh, nowMs);
            return;
        }
        DoubtedCount++;
        _doubtCount = countWh - _doubtWh is >= 0 and <= WattHoursPerKilowattHour
            ? _doubtCount + 1
            : 1;
        _doubtWh = countWh;
        if (_doubtCount >= BelievedAfter)
        {
            _offsetWh += WattHours - _offsetWh - countWh;
            Take(countWh, nowMs);
        }
    }

    private bool IsPlausible(long countWh, long nowMs)
    {
        long mostWh = (nowMs - _countedAtMs) * MostWatts / 3600000 + WattHoursPerKilowattHour;
        return countWh >= _countedWh && countWh - _countedWh <= mostWh;
    }

    private void Take(long countWh, long nowMs)
    {
        if (countWh != _countedWh)
        {
            _countedWh = countWh;
            _reckonedAtCountMwh = _reckonedMwh;
        }
        _countedAtMs = nowMs;
        _doubtCount = 0;
        Tell();
    }

    // The count, and what was reckoned since it last rose; but never as much as the next count.
    private void Tell()
    {
        if (_countedWh == Unknown)
        {
            return;
        }
        long sinceWh = (_reckonedMwh - _reckonedAtCountMwh) / 1000;
        long stepWh = Unit == EnergyUnit.WattHours ? 0 : WattHoursPerKilowattHour - 1;
        long nowWh = _countedWh + _offsetWh + (sinceWh < stepWh ? sinceWh : stepWh);
        WattHours = nowWh > WattHours ? nowWh : WattHours;
    }
}
