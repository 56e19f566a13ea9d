using System.Runtime.InteropServices;

namespace TwcBridge.VirtualDevice.Serial;

/// <summary>Turns the error numbers of Windows into advice.</summary>
internal static class WindowsFailure
{
    public static SerialLineException WhileOpening(string device, int error)
    {
        switch (error)
        {
            case WindowsApi.FileNotFound:
            case WindowsApi.PathNotFound:
                return new SerialLineException(SerialLineError.NoSuchDevice,
                    $"{device} does not exist. Plug the adapter in and look for its name in the "
                    + "Device Manager under Ports (COM & LPT).");
            case WindowsApi.AccessDenied:
            case WindowsApi.SharingViolation:
                return new SerialLineException(SerialLineError.Busy,
                    $"{device} is in use by another program. Close that one first.");
            default:
                return Failed(device, "cannot be opened", error);
        }
    }

    public static SerialLineException NotASerialPort(string device)
    {
        return new SerialLineException(SerialLineError.NotASerialPort,
            $"{device} is not a serial port. Names of serial ports: COM3, COM4 ...");
    }

    public static SerialLineException WhileUsing(string device, int error)
    {
        switch (error)
        {
            case WindowsApi.AccessDenied:
            case WindowsApi.BadCommand:
            case WindowsApi.GeneralFailure:
            case WindowsApi.OperationAborted:
            case WindowsApi.DeviceNotConnected:
            case WindowsApi.DeviceRemoved:
                return new SerialLineException(SerialLineError.Lost,
                    $"{device} has gone. Check that the adapter is plugged in.");
            default:
                return Failed(device, "has failed", error);
        }
    }

    private static SerialLineException Failed(string device, string what, int error)
    {
        return new SerialLineException(SerialLineError.Failed,
            $"{device} {what}: {Marshal.GetPInvokeErrorMessage(error)} (error {error}).");
    }
}
