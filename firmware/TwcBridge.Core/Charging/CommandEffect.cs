namespace TwcBridge.Charging;

/// <summary>What is not so simple about a command that was carried out. On protocol 2 no offer is
/// below 6 A.</summary>
public enum CommandEffect : byte
{
    /// <summary>Nothing but what was asked.</summary>
    None,

    KeepsMinimum,
    OpensContactor,
    EndsHeartbeats,

    /// <summary>Keeps the minimum until the car has stopped of itself.</summary>
    AsksVehicle,

    /// <summary>The whole site, or its mode, is off all the same.</summary>
    StaysOff,

    /// <summary>A boost is above it.</summary>
    StaysBoosted,
}
