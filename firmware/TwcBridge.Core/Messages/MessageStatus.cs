namespace TwcBridge.Messages;

/// <summary>Whether a checked body makes sense. All after Accepted are refusals.</summary>
public enum MessageStatus : byte
{
    Accepted,

    /// <summary>Marker and command do not go together: the checksum does not cover the marker.
    /// </summary>
    UnknownPair,

    /// <summary>This message never has this length.</summary>
    LengthNotOfKind,

    /// <summary>An id of 0000 where one is needed.</summary>
    ZeroId,

    /// <summary>A connector state that does not exist.</summary>
    ImplausibleState,
}
