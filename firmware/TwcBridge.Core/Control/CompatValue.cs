namespace TwcBridge.Control;

/// <summary>What stands behind a topic of another project.</summary>
public enum CompatValue : byte
{
    DrawnAmps,
    OfferedAmps,
    HighestAmps,
    WholeDrawnAmps,
    WholeHighestAmps,
    ChargerState,
    IsCharging,
    KilowattHours,

    /// <summary>Of the first phase; the other two follow.</summary>
    Volts,
    Volts2,
    Volts3,

    /// <summary>Likewise, in whole amps.</summary>
    PhaseAmps,
    PhaseAmps2,
    PhaseAmps3,
    Serial,
    Version,

    /// <summary>"0" while no car has told one that may be told.</summary>
    Vin,
}
