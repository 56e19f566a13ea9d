using System;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.ModelChecks;

/// <summary>
/// Watches from outside: what was sent to each connector, and what it was heard to say. It knows
/// nothing of the bridge.
/// </summary>
internal sealed class ModelReferee(int siteCentiamps)
{
    private const int Heartbeat = 0xFBE0;
    private const int LongestGapMs = 1500;
    private const int DecidedBeforeMs = 300;
    private const int ToleratedCentiamps = 100;

    private readonly int[] _lastTold = new int[ModelWorld.ConnectorCount];
    private readonly int[] _mostCentiamps = new int[ModelWorld.ConnectorCount];
    private readonly int[] _drawnCentiamps = new int[ModelWorld.ConnectorCount];
    private readonly long[] _drawnSinceMs = new long[ModelWorld.ConnectorCount];
    private readonly long[] _heartbeatAtMs = new long[ModelWorld.ConnectorCount];

    /// <summary>The first thing that did not hold, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The most that it may hold by what was sent and heard.</summary>
    public int MostOf(int connector)
    {
        return _mostCentiamps[connector];
    }

    /// <param name="connector">Whom it was for, or -1 for all.</param>
    public void OnSent(WireFrame frame, int connector, long nowMs)
    {
        Expect(IsListed(frame.Opcode), "a frame off the list");
        if (frame.Opcode != Heartbeat)
        {
            return;
        }
        Expect(connector >= 0, "a heartbeat to nobody");
        Expect(frame.Command is 0 or 5 or 8 or 9, "a command off the list");
        _heartbeatAtMs[connector] = nowMs;
        if (frame.Command != 0)
        {
            OnLimit(connector, frame.LimitCentiamps, nowMs);
        }
    }

    /// <summary>Its answer was heard.</summary>
    /// <param name="drawnCentiamps">As it told; also beyond what it has accepted.</param>
    public void OnAnswer(int connector, int acceptedCentiamps, int drawnCentiamps, long nowMs)
    {
        if (drawnCentiamps > _drawnCentiamps[connector])
        {
            _drawnSinceMs[connector] = nowMs;
        }
        _drawnCentiamps[connector] = drawnCentiamps;
        _mostCentiamps[connector] = acceptedCentiamps;
    }

    /// <summary>It was given up, and its contactor has opened.</summary>
    public void OnOpened(int connector)
    {
        _mostCentiamps[connector] = 0;
        _drawnCentiamps[connector] = 0;
        _lastTold[connector] = 0;
    }

    /// <summary>It has come, and holds this.</summary>
    public void OnArrived(int connector, int heldCentiamps)
    {
        _mostCentiamps[connector] = heldCentiamps;
    }

    /// <summary>From here on a heartbeat is due soon.</summary>
    public void OnLinked(int connector, long nowMs)
    {
        _heartbeatAtMs[connector] = nowMs;
    }

    public void OnStep(int connector, bool isTalkedTo, int heldCentiamps, long nowMs)
    {
        Expect(!isTalkedTo || nowMs - _heartbeatAtMs[connector] <= LongestGapMs,
            "linked, and no heartbeat");
        Expect(heldCentiamps <= ModelConnector.RatingCentiamps, "above its rating");
    }

    public void OnSum(int heldCentiamps)
    {
        Expect(heldCentiamps <= siteCentiamps, "all together hold more than the site limit");
    }

    // What it draws beyond its limit (PROTOCOL 6 rule 8) may have come to light when the raise was
    // decided already.
    private int TakenBy(int connector, long nowMs)
    {
        int most = _mostCentiamps[connector];
        bool isBeyond = _drawnCentiamps[connector] > most + Math.Max(ToleratedCentiamps, most / 10)
            && nowMs - _drawnSinceMs[connector] > DecidedBeforeMs;
        return isBeyond ? _drawnCentiamps[connector] : most;
    }

    private void OnLimit(int connector, int centiamps, long nowMs)
    {
        int taken = Math.Max(centiamps, ModelConnector.Least);
        int others = 0;
        for (int i = 0; i < _mostCentiamps.Length; i++)
        {
            others += i == connector ? 0 : TakenBy(i, nowMs);
        }
        bool isRaise = taken > _lastTold[connector] && taken > _mostCentiamps[connector];
        Expect(!isRaise || taken + others <= siteCentiamps, "a raise before the echo of a lower");
        _lastTold[connector] = taken;
        _mostCentiamps[connector] = Math.Max(_mostCentiamps[connector], taken);
    }

    private static bool IsListed(int opcode)
    {
        return opcode is 0xFCE1 or 0xFBE2 or Heartbeat or 0xFBB4
            or 0xFBEB or 0xFBEC or 0xFBED or 0xFBEE or 0xFBEF or 0xFBF1;
    }

    private void Expect(bool holds, string what)
    {
        if (!holds)
        {
            Fault ??= what;
        }
    }
}
