namespace TwcBridge.Messages;

/// <summary>What the allow-list says of one body. All after Clamped keep it from the wire.
/// </summary>
public enum TransmitVerdict : byte
{
    Allowed,

    /// <summary>May go, with the amps lowered to what the ceilings leave.</summary>
    Clamped,

    /// <summary>Marker and command, or the heartbeat's command, are not on the list.</summary>
    NotListed,

    /// <summary>A length that we do not send.</summary>
    BadLength,

    /// <summary>Not from us, or to nobody that we know.</summary>
    BadAddress,

    /// <summary>Bytes that must be zero are not.</summary>
    StrayBytes,

    /// <summary>Contactor orders are switched off in the settings.</summary>
    ContactorOff,

    /// <summary>A raise by 2 A would pass the ceiling.</summary>
    AboveCeiling,
}
