using System;
using System.Collections.Generic;
using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.SystemTests.Wire;

/// <summary>What the core makes of a stream that a silence ends: the bodies that it accepts, and
/// for everything else the name of the cause.</summary>
internal sealed class HeardFrames
{
    public HeardFrames(ReadOnlySpan<byte> wire)
    {
        FrameDecoder decoder = new();
        foreach (byte value in wire)
        {
            Judge(decoder.Push(value), decoder);
        }
        Judge(decoder.OnSilence(), decoder);
    }

    public List<byte[]> Accepted { get; } = [];

    public List<string> Refusals { get; } = [];

    private void Judge(DecodeStatus status, FrameDecoder decoder)
    {
        if (status == DecodeStatus.Frame)
        {
            Judge(decoder.Body[..decoder.Length]);
        }
        else if (status != DecodeStatus.Pending)
        {
            Refusals.Add(status.ToString());
        }
    }

    private void Judge(byte[] body)
    {
        MessageStatus status = new Message().Point(body, body.Length);
        if (status == MessageStatus.Accepted)
        {
            Accepted.Add(body);
        }
        else
        {
            Refusals.Add(status.ToString());
        }
    }
}
