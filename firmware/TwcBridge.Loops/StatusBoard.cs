using TwcBridge.Bus;
using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.Loops;

/// <summary>
/// The newest status, from the bus loop to whoever wants to read it. Copied as a whole under a lock
/// that is held for microseconds, so that a reader never sees half of one and half of another.
/// </summary>
public sealed class StatusBoard
{
    /// <summary>Whoever reads needs room for so many.</summary>
    public readonly int MaxConnectors;

    /// <summary>The other way: limits that the owner has changed.</summary>
    public readonly LimitDesk Limits = new LimitDesk();

    /// <summary>For what is too long to be copied all the time.</summary>
    public readonly ReportDesk Reports = new ReportDesk();

    private readonly object _gate = new object();
    private readonly BoxStatus _status;
    private int _edition;

    /// <param name="maxConnectors">As many as the bridge serves.</param>
    public StatusBoard(int maxConnectors)
    {
        MaxConnectors = maxConnectors;
        _status = new BoxStatus(maxConnectors);
    }

    /// <summary>What the LED shows: our role on the bus by now.</summary>
    public BusRole Role => _status.Role;

    /// <summary>As Role.</summary>
    public int ConnectorCount => _status.ConnectorCount;

    /// <summary>Bus loop: takes the state of things from the bridge.</summary>
    public void Publish(Bridge bridge, Timings timings, long nowMs)
    {
        lock (_gate)
        {
            bridge.CopyStatusTo(_status, nowMs);
            _status.HeartbeatJitterMs =
                timings.Of(TimingKind.HeartbeatJitter).PercentileMs(990);
            _edition++;
        }
    }

    /// <summary>Copies the newest status out if it is newer than the reader's.</summary>
    /// <param name="edition">The reader's; 0 at first.</param>
    /// <returns>True when there was a newer one.</returns>
    public bool TryRead(BoxStatus into, ref int edition)
    {
        lock (_gate)
        {
            if (_edition == edition)
            {
                return false;
            }
            edition = _edition;
            into.CopyFrom(_status);
            return true;
        }
    }
}
