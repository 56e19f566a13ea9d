using System;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TwcBridge.VirtualDevice.Serial;

/// <summary>
/// One open terminal descriptor on Linux or macOS, never blocking: a port, or either end of a
/// pseudo terminal.
/// </summary>
internal sealed class UnixTerminal : IDisposable
{
    private readonly SafeFileHandle _file;

    public UnixTerminal(SafeFileHandle file, string name)
    {
        _file = file;
        Name = name;
    }

    public string Name { get; }

    public static UnixTerminal Open(string device)
    {
        SafeFileHandle file = LibC.Open(device, LibC.OpenFlags);
        return file.IsInvalid
            ? throw UnixFailure.WhileOpening(device, Marshal.GetLastPInvokeError())
            : new UnixTerminal(file, device);
    }

    public void MakeRaw()
    {
        if (!RawMode.TryApply(_file))
        {
            throw UnixFailure.WhileOpening(Name, Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>
    /// Keeps other programs out. The lock also stops root, whom the exclusive flag lets in; the flag
    /// also stops programs that ask for no lock.
    /// </summary>
    public void TakeForUsAlone()
    {
        if (LibC.Flock(_file, LibC.LockExclusiveNow) != 0
            || LibC.Control(_file, LibC.TakeExclusive) != 0)
        {
            throw UnixFailure.WhileOpening(Name, Marshal.GetLastPInvokeError());
        }
    }

    public void DropExclusiveFlag()
    {
        LibC.Control(_file, LibC.DropExclusive);
    }

    public void DiscardInput()
    {
        LibC.Flush(_file, LibC.InputQueue);
    }

    public int Read(byte[] buffer)
    {
        nint count = LibC.Read(_file, buffer, (nuint)buffer.Length);
        if (count > 0)
        {
            return (int)count;
        }
        if (count == 0)
        {
            throw UnixFailure.Lost(Name);   // An end of file: a hang-up, not mere silence.
        }
        ThrowUnlessPassing();
        return 0;
    }

    /// <summary>Writes what the system takes now: 0 when its queue is full.</summary>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        nint count = LibC.Write(_file, bytes, (nuint)bytes.Length);
        if (count >= 0)
        {
            return (int)count;
        }
        ThrowUnlessPassing();
        return 0;
    }

    public bool Wait(short wanted, int timeoutMs)
    {
        LibC.PollEntry entry = new()
        {
            File = (int)_file.DangerousGetHandle(),
            Wanted = wanted,
        };
        if (LibC.Poll(ref entry, 1, timeoutMs) < 0)
        {
            ThrowUnlessPassing();
            return false;
        }
        if ((entry.Found & wanted) == 0 && (entry.Found & LibC.PollBroken) != 0)
        {
            throw UnixFailure.Lost(Name);
        }
        return (entry.Found & wanted) != 0;
    }

    public void Dispose()
    {
        _file.Dispose();
    }

    // Nothing there yet, no room yet, or a signal in between: the caller simply comes back.
    private void ThrowUnlessPassing()
    {
        int errno = Marshal.GetLastPInvokeError();
        if (errno != LibC.WouldBlock && errno != LibC.Interrupted)
        {
            throw UnixFailure.WhileUsing(Name, errno);
        }
    }
}
