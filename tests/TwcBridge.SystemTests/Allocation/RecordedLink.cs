using System;
using System.Collections.Generic;
using TwcBridge.Loops;

namespace TwcBridge.SystemTests.Allocation;

/// <summary>A line that lets the loop hear once more what was written down, turn by turn, and
/// allocates nothing.</summary>
internal sealed class RecordedLink : ISerialLink
{
    private readonly IReadOnlyList<byte[]> _heard;
    private int _turn;

    public RecordedLink(IReadOnlyList<byte[]> heard)
    {
        _heard = heard;
    }

    public int Read(byte[] buffer)
    {
        byte[] heard = _heard[_turn++];
        Array.Copy(heard, buffer, heard.Length);
        return heard.Length;
    }

    public bool TryWrite(byte[] buffer, int length)
    {
        return true;
    }
}
