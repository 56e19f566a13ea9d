namespace TwcBridge.Simulator;

/// <summary>Integrates power that changes in steps.</summary>
internal sealed class EnergyMeter
{
    // 1 Wh in watt-microseconds.
    private const long PerWattHour = Micros.PerHour;

    private long _wattMicroseconds;
    private long _sinceUs;
    private int _watts;

    public void SetWatts(int watts, long nowUs)
    {
        _wattMicroseconds += _watts * (nowUs - _sinceUs);
        _sinceUs = nowUs;
        _watts = watts;
    }

    public long WattHours(long nowUs)
    {
        return (_wattMicroseconds + (_watts * (nowUs - _sinceUs))) / PerWattHour;
    }

    /// <summary>
    /// How long the present power takes to make the total reach a value; never at no power.
    /// </summary>
    public long TimeToReachUs(long wattHours, long nowUs)
    {
        if (_watts == 0)
        {
            return Micros.Never;
        }
        SetWatts(_watts, nowUs);
        long missing = (wattHours * PerWattHour) - _wattMicroseconds;
        return missing <= 0 ? 0 : (missing / _watts) + 1;
    }
}
