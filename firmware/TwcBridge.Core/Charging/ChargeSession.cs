namespace TwcBridge.Charging;

/// <summary>From plug-in to unplug: how long, and how much energy by our own reckoning.</summary>
public sealed class ChargeSession
{
    private long _startedAtMs;
    private long _startedAtWh;
    private bool _isOpen;

    /// <summary>A car is plugged in.</summary>
    public bool IsOpen => _isOpen;

    public void Clear()
    {
        _isOpen = false;
    }

    /// <param name="hasCar">A car is plugged in, as far as the bus can tell.</param>
    /// <param name="reckonedWattHours">Of the connector's EnergyMeter.</param>
    public void OnCar(bool hasCar, long reckonedWattHours, long nowMs)
    {
        if (hasCar && !_isOpen)
        {
            _startedAtMs = nowMs;
            _startedAtWh = reckonedWattHours;
        }
        _isOpen = hasCar;
    }

    /// <summary>Energy of this session in Wh.</summary>
    public long WattHours(long reckonedWattHours)
    {
        return reckonedWattHours - _startedAtWh;
    }

    public long DurationMs(long nowMs)
    {
        return nowMs - _startedAtMs;
    }
}
