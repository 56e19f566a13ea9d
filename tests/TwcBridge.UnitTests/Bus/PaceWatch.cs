using TwcBridge.Bus;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

/// <summary>Sees whether anything but another heartbeat ever made a heartbeat late.</summary>
internal sealed class PaceWatch : BusWatch
{
    private const int Places = 8;
    private const int HeartbeatKind = 0xFBE0;

    private readonly Roster _roster;
    private readonly long[] _lastAtMs = new long[Places];
    private bool _wasHeartbeat = true;

    public PaceWatch(Roster roster)
    {
        _roster = roster;
    }

    public string Name { get; set; } = "";

    /// <summary>Only from here on is it looked at whether the pace is kept.</summary>
    public long FromMs { get; set; }

    public long HeartbeatCount { get; private set; }

    public long QueryCount { get; private set; }

    public long LongestPauseMs { get; private set; }

    public long ShortestPauseMs { get; private set; } = long.MaxValue;

    public override void OnSent(byte[] body, int length, long nowMs)
    {
        bool isHeartbeat = FrameText.Word(body, 0) == HeartbeatKind;
        if (isHeartbeat)
        {
            OnHeartbeat(_roster.IndexOf(FrameText.Word(body, 4)), nowMs);
        }
        else
        {
            QueryCount++;
        }
        _wasHeartbeat = isHeartbeat;
    }

    private void OnHeartbeat(int index, long nowMs)
    {
        HeartbeatCount++;
        long lateMs = nowMs - _roster.At(index).HeartbeatDueAtMs;
        Assert.IsTrue(nowMs < FromMs || lateMs <= 0 || _wasHeartbeat,
            Name + ": a question made a heartbeat late by " + lateMs + " ms at " + nowMs);
        if (nowMs >= FromMs && _lastAtMs[index] >= FromMs)
        {
            long pauseMs = nowMs - _lastAtMs[index];
            LongestPauseMs = pauseMs > LongestPauseMs ? pauseMs : LongestPauseMs;
            ShortestPauseMs = pauseMs < ShortestPauseMs ? pauseMs : ShortestPauseMs;
        }
        _lastAtMs[index] = nowMs;
    }
}
