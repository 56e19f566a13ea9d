namespace TwcBridge.Charging;

/// <summary>What a heartbeat answer means for charging, carried over from the bus by Bridge.
/// </summary>
public sealed class ConnectorReport
{
    public bool HasCar;

    /// <summary>1 or 2.</summary>
    public int Protocol;

    /// <summary>State 01.</summary>
    public bool IsCharging;

    /// <summary>State 08 on protocol 2: it is about to charge, offered something or not.</summary>
    public bool IsStarting;

    /// <summary>The car charges or asks for current: states 01, 04, 08, 0A.</summary>
    public bool WantsCurrent;

    /// <summary>State 02.</summary>
    public bool ReportsError;

    public int AcceptedCentiamps;
    public int DrawnCentiamps;
}
