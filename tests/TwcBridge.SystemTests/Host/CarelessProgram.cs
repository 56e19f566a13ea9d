using System;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.SystemTests.Host;

/// <summary>
/// Another program at the end of a pseudo terminal, which takes the line as it finds it: it sets no
/// mode, discards nothing and locks nothing.
/// </summary>
internal sealed class CarelessProgram : ISerialLine
{
    private readonly UnixTerminal _terminal;

    public CarelessProgram(string device)
    {
        _terminal = UnixTerminal.Open(device);
    }

    public string Name => _terminal.Name;

    public int Read(byte[] buffer)
    {
        return _terminal.Read(buffer);
    }

    public void Write(byte[] buffer, int length)
    {
        Assert.AreEqual(length, _terminal.Write(buffer.AsSpan(0, length)));
    }

    public bool WaitReadable(int timeoutMs)
    {
        return _terminal.Wait(LibC.PollIn, timeoutMs);
    }

    public void Dispose()
    {
        _terminal.Dispose();
    }
}
