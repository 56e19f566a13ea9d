namespace TwcBridge.Simulator;

/// <summary>The state byte of a connector's heartbeat answer (PROTOCOL 3.2).</summary>
public enum ConnectorState : byte
{
    /// <summary>No car, or a car that sleeps or is full.</summary>
    Ready = 0x00,
    Charging = 0x01,
    Error = 0x02,

    /// <summary>Plugged and will not charge.</summary>
    NotCharging = 0x03,

    /// <summary>Plugged and wants power; with an accepted limit of 0 it asks for one.</summary>
    WantsPower = 0x04,

    /// <summary>For about a second while the contactor moves.</summary>
    Busy = 0x05,

    // Echoes of the controller's command: acknowledgements, not states of the car.
    RaiseEcho = 0x06,
    LowerEcho = 0x07,

    /// <summary>Starting, or wanting power again after a pause.</summary>
    Starting = 0x08,
    LimitEcho = 0x09,

    /// <summary>The period of a raise or lower is over.</summary>
    AdjustmentOver = 0x0A,
}
