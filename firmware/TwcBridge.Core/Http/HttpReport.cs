using TwcBridge.Bus;
using TwcBridge.Diagnostics;

namespace TwcBridge.Http;

/// <summary>
/// The one report on the bus, and who waits for it or is being told it. The bus side fills it when
/// it is asked to, and only while nobody is being told: so one report is enough for all
/// connections, and no lock is held while it is filled or read.
/// </summary>
internal sealed class HttpReport
{
    /// <summary>Younger than this it need not be asked for again.</summary>
    public const int FreshMs = 500;

    /// <summary>Null before the first.</summary>
    public BusReport Report;

    /// <summary>Of the same instant.</summary>
    public Timings Timings;

    private readonly Stage[] _stages = new Stage[HttpServer.MaxConnections];
    private long _staleAtMs;

    private enum Stage : byte
    {
        None,
        Waiting,
        Reading,
    }

    /// <summary>Somebody waits for a new one, and nobody reads the old.</summary>
    public bool IsWanted => Has(Stage.Waiting) && !Has(Stage.Reading);

    public bool IsAwaitedBy(int connection)
    {
        return _stages[connection] == Stage.Waiting;
    }

    /// <summary>True: the report can be told to this connection. False: it has to wait.</summary>
    public bool TryBegin(int connection, long nowMs)
    {
        bool canRead = Has(Stage.Reading) || (Report != null && nowMs < _staleAtMs);
        _stages[connection] = canRead ? Stage.Reading : Stage.Waiting;
        return canRead;
    }

    /// <summary>The bus side has filled it.</summary>
    public void OnFilled(BusReport report, Timings timings, long nowMs)
    {
        Report = report;
        Timings = timings;
        _staleAtMs = nowMs + FreshMs;
    }

    /// <summary>The connection is told, or gone.</summary>
    public void Forget(int connection)
    {
        _stages[connection] = Stage.None;
    }

    private bool Has(Stage wanted)
    {
        foreach (Stage stage in _stages)
        {
            if (stage == wanted)
            {
                return true;
            }
        }
        return false;
    }
}
