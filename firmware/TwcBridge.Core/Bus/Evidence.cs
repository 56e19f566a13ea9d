namespace TwcBridge.Bus;

/// <summary>What a diagnosis is made from, by counting.</summary>
public enum Evidence : byte
{
    Bytes,

    /// <summary>Frames of anybody but ourselves that made sense.</summary>
    ForeignFrames,

    /// <summary>Our own frames, given back by the adapter.</summary>
    Echoes,

    /// <summary>Frames that did not arrive whole, or made no sense.</summary>
    Spoilt,

    /// <summary>Heartbeats that were answered.</summary>
    Answered,

    /// <summary>Heartbeats that were not.</summary>
    Missed,

    /// <summary>Announcements of connectors for which there is no place.</summary>
    Refused,
}
