using System;

namespace TwcBridge.VirtualDevice.Serial;

/// <summary>
/// Opens the serial ports of this machine. RS-485 needs nothing more than a serial port here: the
/// adapters for it turn the line around themselves.
/// </summary>
public static class SerialPort
{
    /// <summary>
    /// Opens a device for this program alone, raw, and forgets what arrived before.
    /// </summary>
    public static ISerialLine Open(string device)
    {
        return OperatingSystem.IsWindows()
            ? WindowsSerialPort.Open(device)
            : UnixSerialPort.Open(device);
    }
}
