namespace TwcBridge.Charging;

/// <summary>
/// Finds out whether a meter counts kWh or Wh: by its size where that tells, else by comparing how
/// far the counter rises with the energy that went through by our own reckoning.
/// </summary>
public sealed class UnitFinder
{
    /// <summary>No wall connector has delivered a GWh; one that counts Wh passes this in weeks.
    /// </summary>
    public const long SurelyWattHours = 1000000;

    /// <summary>Reckoned energy after which the rise of a Wh counter cannot be missed.</summary>
    public const long EnoughForWattHours = 300;

    /// <summary>Reckoned energy after which a counter that rose by one or two must count kWh.
    /// </summary>
    public const long EnoughForKilowattHours = 2000;

    public EnergyUnit Unit;

    private readonly EnergyUnit _known;
    private long _firstRaw = -1;

    /// <param name="known">What the owner knows, or Unknown.</param>
    public UnitFinder(EnergyUnit known)
    {
        _known = known;
        Unit = known;
    }

    public void Clear()
    {
        _firstRaw = -1;
        Unit = _known;
    }

    /// <param name="raw">The meter's counter.</param>
    /// <param name="reckonedWattHours">Energy since the first call, by our own reckoning.</param>
    public void OnMeter(long raw, long reckonedWattHours)
    {
        if (Unit != EnergyUnit.Unknown)
        {
            return;
        }
        if (_firstRaw < 0)
        {
            _firstRaw = raw;
        }
        long rise = raw - _firstRaw;
        if (raw >= SurelyWattHours
            || (reckonedWattHours >= EnoughForWattHours && rise > reckonedWattHours / 4))
        {
            Unit = EnergyUnit.WattHours;
        }
        else if (reckonedWattHours >= EnoughForKilowattHours)
        {
            Unit = EnergyUnit.KilowattHours;
        }
    }
}
