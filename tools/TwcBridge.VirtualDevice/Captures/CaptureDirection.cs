namespace TwcBridge.VirtualDevice.Captures;

/// <summary>Which way bytes of a capture went, as seen from the box that recorded them.</summary>
public enum CaptureDirection
{
    /// <summary>The capture does not say.</summary>
    Unknown,

    /// <summary>Sent by the box itself.</summary>
    Sent,

    /// <summary>Heard on the bus.</summary>
    Heard,
}
