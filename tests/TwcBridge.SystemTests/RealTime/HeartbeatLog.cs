using System.Collections.Generic;
using System.IO;
using System.Linq;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.Wire;

namespace TwcBridge.SystemTests.RealTime;

/// <summary>What a recording says of heartbeats: how far apart those to one connector were.
/// </summary>
internal sealed class HeartbeatLog
{
    // A second, and what a busy machine adds. A connector misses us after 10 s.
    private const long LongestGapUs = 2_500_000;

    private readonly Dictionary<int, long> _lastUs = [];
    private readonly List<string> _late = [];

    private HeartbeatLog()
    {
    }

    public static void AssertSteady(string record, int connectors, int seconds)
    {
        HeartbeatLog log = new();
        int count = 0;
        using StreamReader text = new(record);
        foreach (CapturedFrame frame in new CaptureDecoder().Decode(CaptureReader.Read(text)))
        {
            if (IsHeartbeat(frame))
            {
                log.Add(frame);
                count++;
            }
        }
        Assert.HasCount(connectors, log._lastUs);
        Assert.IsGreaterThan(connectors * seconds * 8 / 10, count);
        Assert.IsEmpty(log._late, string.Join('\n', log._late));
    }

    private void Add(CapturedFrame frame)
    {
        int receiver = (frame.Body[4] << 8) | frame.Body[5];
        if (_lastUs.TryGetValue(receiver, out long lastUs)
            && frame.AtUs - lastUs > LongestGapUs)
        {
            _late.Add($"{receiver:X4}: {(frame.AtUs - lastUs) / 1000} ms before {frame.AtUs} us");
        }
        _lastUs[receiver] = frame.AtUs ?? 0;
    }

    private static bool IsHeartbeat(CapturedFrame frame)
    {
        return frame.Direction == CaptureDirection.Sent && frame.Status == DecodeStatus.Frame
            && frame.Body[0] == 0xFB && frame.Body[1] == 0xE0;
    }
}
