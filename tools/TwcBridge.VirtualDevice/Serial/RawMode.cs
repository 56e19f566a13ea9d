using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TwcBridge.VirtualDevice.Serial;

/// <summary>
/// Sets a terminal to 9600 8N1 with every byte passed through as it is. A read returns at once with
/// what is there, because the descriptor does not block.
/// </summary>
internal static partial class RawMode
{
    private const uint LinuxGet = 0x5401;
    private const uint LinuxSet = 0x5402;

    // CS8, CREAD and CLOCAL (there are no modem lines to obey), and on Linux B9600. HUPCL stays
    // off: dropping DTR at close would reset some boards behind an adapter.
    private const uint LinuxControlFlags = 0x30 | 0x80 | 0x800 | 0xD;
    private const uint MacControlFlags = 0x300 | 0x800 | 0x8000;
    private const int LinuxMinimumIndex = 6;
    private const int MacMinimumIndex = 16;
    private const uint MacSpeed = 9600;
    private const int MacAtOnce = 0;

    /// <summary>False when the file is not a terminal; the last P/Invoke error has the cause.</summary>
    public static bool TryApply(SafeFileHandle file)
    {
        return OperatingSystem.IsMacOS() ? TryApplyMac(file) : TryApplyLinux(file);
    }

    // Not through tcsetattr: since glibc 2.42 its speeds are numbers instead of codes, while the
    // kernel's own call means the same under every C library.
    private static bool TryApplyLinux(SafeFileHandle file)
    {
        LinuxSettings settings = default;
        if (Control(file, LinuxGet, ref settings) != 0)
        {
            return false;
        }
        settings = new LinuxSettings { ControlFlags = LinuxControlFlags };
        settings.Characters[LinuxMinimumIndex] = 1;
        return Control(file, LinuxSet, ref settings) == 0;
    }

    private static bool TryApplyMac(SafeFileHandle file)
    {
        MacSettings settings = default;
        if (MacGet(file, ref settings) != 0)
        {
            return false;
        }
        settings = new MacSettings
        {
            ControlFlags = MacControlFlags,
            InputSpeed = MacSpeed,
            OutputSpeed = MacSpeed,
        };
        settings.Characters[MacMinimumIndex] = 1;
        return MacSet(file, MacAtOnce, in settings) == 0;
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(
        SafeFileHandle file, nuint request, ref LinuxSettings settings);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    private static partial int MacGet(SafeFileHandle file, ref MacSettings settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    private static partial int MacSet(SafeFileHandle file, int when, in MacSettings settings);

    /// <summary>struct termios of the Linux kernel (not of a C library), on x64 and ARM.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct LinuxSettings
    {
        public uint InputFlags;
        public uint OutputFlags;
        public uint ControlFlags;
        public uint LocalFlags;
        public byte LineDiscipline;
        public LinuxCharacters Characters;
    }

    [InlineArray(19)]
    private struct LinuxCharacters
    {
        private byte _first;
    }

    /// <summary>struct termios of macOS, on x64 and ARM.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct MacSettings
    {
        public nuint InputFlags;
        public nuint OutputFlags;
        public nuint ControlFlags;
        public nuint LocalFlags;
        public MacCharacters Characters;
        public nuint InputSpeed;
        public nuint OutputSpeed;
    }

    [InlineArray(20)]
    private struct MacCharacters
    {
        private byte _first;
    }
}
