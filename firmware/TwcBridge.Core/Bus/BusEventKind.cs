namespace TwcBridge.Bus;

/// <summary>What the bus tells the rest of the core.</summary>
public enum BusEventKind : byte
{
    /// <summary>A peripheral announced itself; its rating and protocol are fresh.</summary>
    LinkReady,

    /// <summary>A heartbeat answer: state, accepted and drawn current are fresh.</summary>
    Reported,

    /// <summary>An answer to a query: PeripheralInfo is fresh.</summary>
    Informed,

    /// <summary>The contactor is closed, as ordered.</summary>
    ContactorClosed,

    /// <summary>The contactor is open, as ordered.</summary>
    ContactorOpened,

    Lost,
}
