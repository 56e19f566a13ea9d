namespace TwcBridge.Device;

/// <summary>How the transceiver is told to send.</summary>
internal enum LineDirection : byte
{
    /// <summary>The UART raises its RTS pin while it sends.</summary>
    Rts,

    /// <summary>The program raises a pin around each frame.</summary>
    Gpio,

    /// <summary>The transceiver finds out by itself.</summary>
    Automatic,
}
