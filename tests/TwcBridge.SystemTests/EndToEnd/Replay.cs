using System;
using TwcBridge.Charging;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>
/// A fresh Bridge in a recorded situation: it hears and is asked what was recorded, in the turns in
/// which that was, and must send what was recorded. Turns in between are nobody's business, so how
/// long a frame was due before it went out is measured.
/// </summary>
internal sealed class Replay
{
    private const double BytesPerMs = 0.96;     // 9600 baud, ten bits.

    private readonly byte[] _one = new byte[1];
    private readonly CommandResult _result = new();
    private long _nowMs;
    private long _dueSinceMs = -1;

    public Replay(BridgeOptions options, long bootedAtMs)
    {
        Bridge = new Bridge(options, bootedAtMs);
        _nowMs = bootedAtMs;
    }

    public Bridge Bridge { get; }

    public int SentCount { get; private set; }

    /// <summary>The longest that a frame was due before it was sent.</summary>
    public long LongestDelayMs { get; private set; }

    /// <summary>When that one was sent.</summary>
    public long LongestDelayAtMs { get; private set; }

    /// <summary>The first byte came in the one turn and the last in the other, those between at
    /// the pace of the wire.</summary>
    public void Hear(long beganAtMs, long endedAtMs, byte[] bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            long atMs = i == bytes.Length - 1
                ? endedAtMs
                : Math.Min(endedAtMs, beganAtMs + (long)(i / BytesPerMs));
            PassUntil(atMs);
            _one[0] = bytes[i];
            Bridge.OnReceived(_one, 1, atMs);
        }
    }

    public void Command(long atMs, Command command)
    {
        PassUntil(atMs);
        Bridge.OnCommand(command, _result, atMs);
        Assert.IsTrue(_result.Ok);
    }

    public void Send(long atMs, byte[] recorded)
    {
        PassUntil(atMs);
        Bridge.OnTime(atMs);
        int length = Bridge.Next(atMs);
        Assert.AreEqual(
            Convert.ToHexString(recorded),
            Convert.ToHexString(Bridge.Wire, 0, length),
            $"after {SentCount} frames, at {atMs} ms");
        NoteDelay(atMs);
        Bridge.OnSent(atMs);
        _dueSinceMs = -1;
        SentCount++;
    }

    private void NoteDelay(long sentAtMs)
    {
        if (_dueSinceMs >= 0 && sentAtMs - _dueSinceMs > LongestDelayMs)
        {
            LongestDelayMs = sentAtMs - _dueSinceMs;
            LongestDelayAtMs = sentAtMs;
        }
    }

    // The turns before that instant.
    private void PassUntil(long atMs)
    {
        for (; _nowMs < atMs; _nowMs++)
        {
            Bridge.OnTime(_nowMs);
            if (Bridge.Next(_nowMs) == 0)
            {
                _dueSinceMs = -1;
            }
            else if (_dueSinceMs < 0)
            {
                _dueSinceMs = _nowMs;
            }
        }
    }
}
