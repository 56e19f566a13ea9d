namespace TwcBridge.VirtualDevice.Serial;

/// <summary>Why a serial line cannot be used.</summary>
public enum SerialLineError
{
    NoSuchDevice,
    PermissionDenied,
    Busy,
    NotASerialPort,

    /// <summary>It was open and has gone: the adapter was unplugged.</summary>
    Lost,

    /// <summary>It takes no more bytes: something holds its output.</summary>
    Stuck,

    /// <summary>This operating system has no such thing.</summary>
    NotSupported,

    /// <summary>Anything else; the message has the system's own words.</summary>
    Failed,
}
