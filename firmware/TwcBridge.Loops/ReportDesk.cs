using TwcBridge.Bus;
using TwcBridge.Diagnostics;

namespace TwcBridge.Loops;

/// <summary>
/// One report on the bus that changes hands. The network loop asks and does not touch the report
/// until it is filled; the bus loop fills it and does not touch it until it is asked again. So the
/// lock guards a word only, and the 2 KB of the report are copied without one.
/// </summary>
public sealed class ReportDesk
{
    /// <summary>Belongs to the bus loop from Ask to OnFilled, and to the network loop otherwise.
    /// </summary>
    public readonly BusReport Report = new BusReport();

    /// <summary>As Report.</summary>
    public readonly Timings Timings = new Timings();

    private readonly object _gate = new object();
    private Stage _stage;

    private enum Stage : byte
    {
        Idle,
        Asked,
        Filled,
    }

    /// <summary>Bus loop: the report is wanted, and this loop's to fill.</summary>
    public bool IsAsked
    {
        get
        {
            lock (_gate)
            {
                return _stage == Stage.Asked;
            }
        }
    }

    /// <summary>Network loop. Asking again before it is filled is harmless.</summary>
    public void Ask()
    {
        Enter(Stage.Asked);
    }

    /// <summary>Bus loop: it is filled.</summary>
    public void OnFilled()
    {
        Enter(Stage.Filled);
    }

    /// <summary>Network loop: true once for each that was filled.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            bool isFilled = _stage == Stage.Filled;
            _stage = isFilled ? Stage.Idle : _stage;
            return isFilled;
        }
    }

    private void Enter(Stage stage)
    {
        lock (_gate)
        {
            _stage = stage;
        }
    }
}
