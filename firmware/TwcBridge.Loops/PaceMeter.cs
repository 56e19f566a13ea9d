using TwcBridge.Bus;
using TwcBridge.Diagnostics;

namespace TwcBridge.Loops;

/// <summary>Turns what the bus loop sees into histograms. It decides nothing.</summary>
public sealed class PaceMeter
{
    private const long None = -1;

    /// <summary>Changes with every call below.</summary>
    public readonly Timings Timings = new Timings();

    private readonly BusEngine _bus;
    private long _commandAtMs = None;
    private long _wantedAtMs = long.MaxValue;

    public PaceMeter(BusEngine bus)
    {
        _bus = bus;
    }

    public void OnTurnBegins(long nowMs)
    {
        if (nowMs >= _wantedAtMs)
        {
            Timings.Of(TimingKind.LoopTurn).Add(nowMs - _wantedAtMs);
        }
    }

    /// <summary>A command has been carried out. It is followed to the wire if it has changed an
    /// offer that can be told at once; the oldest of several is.</summary>
    public void OnCommand(long postedAtMs)
    {
        if (_commandAtMs == None && _bus.Roster.HasOfferNews())
        {
            _commandAtMs = postedAtMs;
        }
    }

    /// <param name="waitMs">How long the loop wants to wait until its next turn.</param>
    public void OnTurnEnds(long nowMs, int waitMs)
    {
        _wantedAtMs = nowMs + waitMs;
        BusPace pace = _bus.Pace;
        if (pace.HeartbeatLateMs != BusPace.None)
        {
            Timings.Of(TimingKind.HeartbeatJitter).Add(pace.HeartbeatLateMs);
        }
        if (pace.AnswerMs != BusPace.None)
        {
            Timings.Of(TimingKind.AnswerLatency).Add(pace.AnswerMs);
        }
        FollowCommand(pace.HasToldNews, nowMs);
        pace.Clear();
    }

    // News that went away untold, because the connector did, are not waited for.
    private void FollowCommand(bool hasToldNews, long nowMs)
    {
        if (_commandAtMs == None)
        {
            return;
        }
        if (hasToldNews)
        {
            Timings.Of(TimingKind.CommandToWire).Add(nowMs - _commandAtMs);
            _commandAtMs = None;
        }
        else if (!_bus.Roster.HasOfferNews())
        {
            _commandAtMs = None;
        }
    }
}
