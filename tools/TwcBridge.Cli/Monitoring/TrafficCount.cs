using System;
using System.Collections.Generic;
using TwcBridge.Control;
using TwcBridge.Messages;

namespace TwcBridge.Cli.Monitoring;

/// <summary>What went by in numbers, all of it, whatever the filter shows.</summary>
internal sealed class TrafficCount
{
    private const int BitsPerByte = 10;
    private const int BaudRate = 9600;
    private const decimal UsPerSecond = 1_000_000m;

    private long? _firstAtUs;
    private long _lastAtUs;

    public SortedDictionary<string, int> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Refused frames by their reason.</summary>
    public SortedDictionary<string, int> Reasons { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<int, ConnectorCount> Connectors { get; } = [];

    /// <summary>Ids of those that send heartbeats.</summary>
    public SortedSet<int> Controllers { get; } = [];

    public int FrameCount { get; private set; }

    public int RefusedCount { get; private set; }

    public int HarmfulCount { get; private set; }

    public int NoiseByteCount { get; set; }

    public long ByteCount { get; private set; }

    /// <summary>From the first frame to the last; 0 where frames have no times.</summary>
    public decimal Seconds => _firstAtUs is long us ? (_lastAtUs - us) / UsPerSecond : 0;

    /// <summary>How much of the time somebody speaks.</summary>
    public decimal BusyPercent => Seconds == 0
        ? 0
        : 100m * ByteCount * BitsPerByte / BaudRate / Seconds;

    public void OnFrame(SeenFrame seen)
    {
        FrameCount++;
        ByteCount += seen.Frame.Wire.Length;
        HarmfulCount += seen.IsHarmful ? 1 : 0;
        if (seen.Frame.AtUs is long us)
        {
            _firstAtUs ??= us;
            _lastAtUs = us;
        }
        if (seen.IsAccepted)
        {
            Add(Kinds, MessageName.Of(seen.Message.Kind));
            Count(seen.Message);
            return;
        }
        RefusedCount++;
        Add(Reasons, seen.RefusalCode);
    }

    private void Count(Message message)
    {
        switch (message.Kind)
        {
            case MessageKind.Heartbeat:
                Of(message.ReceiverId).HeartbeatCount++;
                Controllers.Add(message.SenderId);
                break;
            case MessageKind.HeartbeatAnswer:
                Of(message.SenderId).AnswerCount++;
                break;
            case MessageKind.PeripheralLinkReady:
                Of(message.SenderId).AnnouncementCount++;
                break;
        }
    }

    private ConnectorCount Of(int id)
    {
        if (!Connectors.TryGetValue(id, out ConnectorCount? count))
        {
            count = new ConnectorCount();
            Connectors.Add(id, count);
        }
        return count;
    }

    private static void Add(SortedDictionary<string, int> counts, string name)
    {
        counts[name] = counts.GetValueOrDefault(name) + 1;
    }
}
