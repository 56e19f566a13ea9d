namespace TwcBridge.Diagnostics;

/// <summary>What the LED tells, by the number of its flashes.</summary>
public enum BoxCondition : byte
{
    /// <summary>The access point is open: flashes evenly.</summary>
    SetUp = 0,
    Well = 1,

    /// <summary>No connector answers: look at the wiring.</summary>
    NoConnector = 2,

    /// <summary>A broker is configured and not there.</summary>
    NoBroker = 3,
    NoNetwork = 4,

    /// <summary>Another controller is on the bus, and we stand down.</summary>
    Rival = 5,

    /// <summary>A loop stands still.</summary>
    Stalled = 6,

    /// <summary>The owner wants to see which box it is: flashes evenly and fast.</summary>
    Identify = 7,
}
