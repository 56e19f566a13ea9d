using System;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.ModelChecks;

/// <summary>A connector of protocol 2 with as little in it as possible: a car or none, and the
/// limit it has taken (PROTOCOL 3.2 and 4).</summary>
internal sealed class ModelConnector(int id)
{
    public const int Least = 600;
    public const int RatingCentiamps = 3200;

    /// <summary>What it holds from before when it arrives so.</summary>
    public const int BroughtCentiamps = 1400;

    private const int GreedCentiamps = 400;
    private const int OpensAfterMs = 30_000;

    // It has missed its controller for 10 s when it announces itself.
    private const int OpensAfterArrivalMs = 20_000;

    private readonly ConnectorMessages _messages = new(id);
    private int _acceptedCentiamps;
    private long _opensAtMs;

    public int Id => id;

    public bool HasCar { get; private set; }

    public bool IsGreedy { get; private set; }

    /// <summary>What its car may draw without disobeying.</summary>
    public int HeldCentiamps(long nowMs)
    {
        return nowMs < _opensAtMs ? _acceptedCentiamps : 0;
    }

    public void Plug()
    {
        HasCar = !HasCar;
    }

    public void TurnGreed()
    {
        IsGreedy = !IsGreedy;
    }

    public FrameWriter Reset(int sign)
    {
        _acceptedCentiamps = 0;
        return _messages.LinkReady(sign, RatingCentiamps);
    }

    public FrameWriter Arrive(int sign, long nowMs)
    {
        HasCar = true;
        _acceptedCentiamps = BroughtCentiamps;
        _opensAtMs = nowMs + OpensAfterArrivalMs;
        return _messages.LinkReady(sign, RatingCentiamps);
    }

    /// <summary>A heartbeat was heard.</summary>
    public void OnHeartbeat(WireFrame frame, long nowMs)
    {
        _opensAtMs = nowMs + OpensAfterMs;
        bool isTaken = frame.Command == (State == ConnectorState.Charging ? 0x09 : 0x05);
        if (isTaken)
        {
            _acceptedCentiamps = Math.Max(frame.LimitCentiamps, Least);
        }
    }

    public FrameWriter Answer(int controllerId)
    {
        return _messages.HeartbeatAnswer(
            controllerId, State, _acceptedCentiamps, DrawnCentiamps);
    }

    /// <summary>As it tells.</summary>
    public int DrawnCentiamps => State != ConnectorState.Charging ? 0
        : IsGreedy ? _acceptedCentiamps + GreedCentiamps
        : _acceptedCentiamps;

    private ConnectorState State => !HasCar ? ConnectorState.Ready
        : _acceptedCentiamps == 0 ? ConnectorState.WantsPower
        : ConnectorState.Charging;
}
