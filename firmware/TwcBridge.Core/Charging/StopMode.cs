namespace TwcBridge.Charging;

/// <summary>How a connector on protocol 2 is made to stop: it cannot be offered less than 6 A.
/// On protocol 1 an offer of 0 A stops a Tesla, whatever the mode.</summary>
public enum StopMode : byte
{
    /// <summary>Hold the minimum offer and say so. The car goes on charging slowly.</summary>
    Minimum,

    /// <summary>Open the contactor (PROTOCOL 3.5). Opt-in: a Tesla must then be plugged in again.
    /// </summary>
    Contactor,

    /// <summary>Send it no heartbeats, so that its contactor opens. Opt-in: shows as a fault.
    /// </summary>
    Silence,

    /// <summary>As Minimum, and somebody who can talk to the car is asked to stop it.</summary>
    Vehicle,
}
