using System;
using System.Runtime.InteropServices;

namespace TwcBridge.VirtualDevice.Serial;

/// <summary>Turns the error numbers of Linux and macOS into advice.</summary>
internal static class UnixFailure
{
    public static SerialLineException WhileOpening(string device, int errno)
    {
        switch (errno)
        {
            case LibC.NoSuchFile:
            case LibC.NoSuchDevice:
            case LibC.NoSuchDeviceOrAddress:
                return new SerialLineException(SerialLineError.NoSuchDevice,
                    $"{device} does not exist. Plug the adapter in and look for its name: "
                    + $"ls {LikelyNames}");
            case LibC.AccessDenied:
            case LibC.NotPermitted:
                return new SerialLineException(SerialLineError.PermissionDenied,
                    $"{device} may not be opened. Add yourself to the group that owns it "
                    + "(sudo usermod -aG dialout $USER; on Arch the group is uucp) "
                    + "and log in again.");
            case LibC.DeviceBusy:
            case int blocked when blocked == LibC.WouldBlock:
                return new SerialLineException(SerialLineError.Busy,
                    $"{device} is in use by another program. Close that one first; "
                    + $"fuser {device} names it.");
            case LibC.NotATerminal:
            case LibC.IsDirectory:
                return new SerialLineException(SerialLineError.NotASerialPort,
                    $"{device} is not a serial port. Names of serial ports: {LikelyNames}");
            default:
                return Failed(device, "cannot be opened", errno);
        }
    }

    public static SerialLineException WhileUsing(string device, int errno)
    {
        return errno is LibC.InputOutputError or LibC.NoSuchDevice or LibC.NoSuchDeviceOrAddress
            ? Lost(device)
            : Failed(device, "has failed", errno);
    }

    public static SerialLineException Lost(string device)
    {
        return new SerialLineException(SerialLineError.Lost,
            $"{device} has gone. Check that the adapter is plugged in.");
    }

    private static string LikelyNames => OperatingSystem.IsMacOS()
        ? "/dev/cu.*"
        : "/dev/ttyUSB* /dev/ttyACM* /dev/ttyS*";

    private static SerialLineException Failed(string device, string what, int errno)
    {
        return new SerialLineException(SerialLineError.Failed,
            $"{device} {what}: {Marshal.GetPInvokeErrorMessage(errno)} (error {errno}).");
    }
}
