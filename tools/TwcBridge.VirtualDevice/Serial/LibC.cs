using System;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TwcBridge.VirtualDevice.Serial;

/// <summary>The C library's calls for terminals, and the numbers that differ between systems.</summary>
internal static partial class LibC
{
    public const int NoSuchFile = 2;
    public const int Interrupted = 4;
    public const int InputOutputError = 5;
    public const int NoSuchDeviceOrAddress = 6;
    public const int AccessDenied = 13;
    public const int NotPermitted = 1;
    public const int DeviceBusy = 16;
    public const int NoSuchDevice = 19;
    public const int IsDirectory = 21;
    public const int NotATerminal = 25;

    public const short PollIn = 0x01;
    public const short PollOut = 0x04;
    public const short PollBroken = 0x08 | 0x10 | 0x20;

    public const int LockExclusiveNow = 2 | 4;

    private const string Library = "libc";

    public static int WouldBlock => OperatingSystem.IsMacOS() ? 35 : 11;

    // Read and write; never our controlling terminal; no waiting for a carrier; not for children.
    public static int OpenFlags => 2 | (OperatingSystem.IsMacOS()
        ? 0x20000 | 0x4 | 0x1000000
        : 0x100 | 0x800 | 0x80000);

    public static int InputQueue => OperatingSystem.IsMacOS() ? 1 : 0;

    public static nuint TakeExclusive => OperatingSystem.IsMacOS() ? 0x2000740Du : 0x540Cu;

    public static nuint DropExclusive => OperatingSystem.IsMacOS() ? 0x2000740Eu : 0x540Du;

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(SafeFileHandle file, Span<byte> buffer, nuint count);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(SafeFileHandle file, ReadOnlySpan<byte> buffer, nuint count);

    [LibraryImport(Library, EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(ref PollEntry entries, nuint count, int timeoutMs);

    [LibraryImport(Library, EntryPoint = "flock", SetLastError = true)]
    public static partial int Flock(SafeFileHandle file, int operation);

    [LibraryImport(Library, EntryPoint = "tcflush", SetLastError = true)]
    public static partial int Flush(SafeFileHandle file, int queue);

    // Variadic in C. Without a third argument, or on Linux, the plain calling convention fits.
    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(SafeFileHandle file, nuint request);

    [LibraryImport(Library, EntryPoint = "posix_openpt", SetLastError = true)]
    public static partial SafeFileHandle OpenPseudoTerminal(int flags);

    [LibraryImport(Library, EntryPoint = "grantpt", SetLastError = true)]
    public static partial int Grant(SafeFileHandle master);

    [LibraryImport(Library, EntryPoint = "unlockpt", SetLastError = true)]
    public static partial int Unlock(SafeFileHandle master);

    [LibraryImport(Library, EntryPoint = "ptsname_r", SetLastError = true)]
    public static partial int PeerName(SafeFileHandle master, Span<byte> name, nuint capacity);

    [StructLayout(LayoutKind.Sequential)]
    public struct PollEntry
    {
        public int File;
        public short Wanted;
        public short Found;
    }
}
