namespace TwcBridge.Charging;

/// <summary>From plug-in to unplug: how long, and how much energy by our own reckoning.</summary>
public sealed class ChargeSession
{
    /// <summary>A car is plugged in.</summary>
    public bool IsOpen;

    private long _startedAtMs;
    private long _startedAtWh;

    public void Clear()
    {
        IsOpen = false;
    }

    /// <param name="hasCar">A car is plugged in, as far as the bus can tell.</param>
    /// <param name="reckonedWattHours">Of the connector's EnergyMeter.</param>
    public void OnCar(bool hasCar, long reckonedWattHours, long nowMs)
    {
        if (hasCar && !IsOpen)
        {
            _startedAtMs = nowMs;
            _startedAtWh = reckonedWattHours;
        }
        IsOpen = hasCar;
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
