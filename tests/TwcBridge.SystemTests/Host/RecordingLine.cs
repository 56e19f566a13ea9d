using System.Collections.Generic;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.SystemTests.Host;

/// <summary>A line that notes what is written to it and when, and gives what a test puts in.
/// </summary>
internal sealed class RecordingLine : ISerialLine
{
    private byte[] _incoming = [];

    public string Name => "recorded";

    public long NowUs { get; set; }

    public List<(long AtUs, byte Value)> Written { get; } = [];

    public List<int> WaitsMs { get; } = [];

    public void PutIncoming(byte[] bytes)
    {
        _incoming = bytes;
    }

    public int Read(byte[] buffer)
    {
        int count = _incoming.Length;
        _incoming.CopyTo(buffer, 0);
        _incoming = [];
        return count;
    }

    public void Write(byte[] buffer, int length)
    {
        foreach (byte value in buffer[..length])
        {
            Written.Add((NowUs, value));
        }
    }

    public bool WaitReadable(int timeoutMs)
    {
        WaitsMs.Add(timeoutMs);
        return false;
    }

    public void Dispose()
    {
    }
}
