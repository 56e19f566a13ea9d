namespace TwcBridge.VirtualDevice.Captures;

/// <summary>Why a capture cannot be read.</summary>
public enum CaptureError
{
    NotHex,

    /// <summary>An odd number of hex digits: one of them is missing.</summary>
    HalfByte,

    /// <summary>A time or a direction with nothing behind it.</summary>
    NoBytes,

    BadTime,
    NotJson,

    /// <summary>JSON without "vectors", or a vector without "wire_hex".</summary>
    NoVectors,
}
