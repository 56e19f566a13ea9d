namespace TwcBridge.Simulator;

/// <summary>Frames that must never be sent (PROTOCOL 8).</summary>
public enum HarmCause : byte
{
    None,

    /// <summary>FC 19: a serial number burnt into one-time memory.</summary>
    SerialWritten,

    /// <summary>FC 1A: a model burnt into one-time memory; the unit may be lost.</summary>
    ModelWritten,

    /// <summary>FB E8: it crashes.</summary>
    Crashed,

    /// <summary>FC A1: silent for 5 s.</summary>
    Silenced,

    /// <summary>FC E5: charging drops for 3 s under load.</summary>
    ChargingDropped,

    /// <summary>FC E7: effect unknown.</summary>
    DebugWritten,

    /// <summary>FB E0 with command 02: a latched error.</summary>
    ErrorLatched,

    /// <summary>Any command on no list: GPIO and memory writes hide among them.</summary>
    UnlistedCommand,
}
