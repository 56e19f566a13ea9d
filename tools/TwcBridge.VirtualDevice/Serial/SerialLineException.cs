using System.IO;

namespace TwcBridge.VirtualDevice.Serial;

/// <summary>A serial line that cannot be used; the message says what to do about it.</summary>
public sealed class SerialLineException : IOException
{
    public SerialLineException(SerialLineError error, string message)
        : base(message)
    {
        Error = error;
    }

    public SerialLineError Error { get; }
}
