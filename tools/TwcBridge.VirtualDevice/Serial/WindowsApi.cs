using System;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TwcBridge.VirtualDevice.Serial;

/// <summary>The Windows calls for serial ports.</summary>
internal static partial class WindowsApi
{
    public const int FileNotFound = 2;
    public const int PathNotFound = 3;
    public const int AccessDenied = 5;
    public const int SharingViolation = 32;
    public const int BadCommand = 22;
    public const int GeneralFailure = 31;
    public const int OperationAborted = 995;
    public const int DeviceNotConnected = 1167;
    public const int DeviceRemoved = 1617;

    public const uint ReadAndWrite = 0xC0000000;
    public const uint OpenExisting = 3;
    public const uint PurgeInput = 0x0008;

    /// <summary>MAXDWORD, which switches the meaning of a timeout.</summary>
    public const uint Maximum = 0xFFFFFFFF;

    private const string Library = "kernel32.dll";

    [LibraryImport(Library, EntryPoint = "CreateFileW", SetLastError = true,
        StringMarshalling = StringMarshalling.Utf16)]
    public static partial SafeFileHandle CreateFile(
        string path, uint access, uint share, nint security, uint creation, uint flags,
        nint template);

    [LibraryImport(Library, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetCommState(SafeFileHandle port, ref LineSettings settings);

    [LibraryImport(Library, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetCommState(SafeFileHandle port, in LineSettings settings);

    [LibraryImport(Library, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetCommTimeouts(SafeFileHandle port, in LineTimeouts timeouts);

    [LibraryImport(Library, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool PurgeComm(SafeFileHandle port, uint flags);

    [LibraryImport(Library, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool ReadFile(
        SafeFileHandle port, Span<byte> buffer, uint capacity, out uint count, nint overlapped);

    [LibraryImport(Library, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool WriteFile(
        SafeFileHandle port, ReadOnlySpan<byte> buffer, uint length, out uint count,
        nint overlapped);

    /// <summary>The DCB structure, 28 bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct LineSettings
    {
        public uint Size;
        public uint BaudRate;
        public uint Flags;
        public ushort Reserved;
        public ushort XonLimit;
        public ushort XoffLimit;
        public byte ByteSize;
        public byte Parity;
        public byte StopBits;
        public byte XonCharacter;
        public byte XoffCharacter;
        public byte ErrorCharacter;
        public byte EndCharacter;
        public byte EventCharacter;
        public ushort Reserved1;
    }

    /// <summary>The COMMTIMEOUTS structure.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct LineTimeouts
    {
        public uint ReadInterval;
        public uint ReadMultiplier;
        public uint ReadConstant;
        public uint WriteMultiplier;
        public uint WriteConstant;
    }
}
