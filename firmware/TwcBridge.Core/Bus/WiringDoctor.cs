namespace TwcBridge.Bus;

/// <summary>Looks at the bus once a second and keeps what the diagnosis says.</summary>
public sealed class WiringDoctor
{
    public const int VisitMs = 1000;

    private readonly BusEngine _bus;
    private readonly BusFacts _facts = new BusFacts();
    private readonly BusDiagnosis _diagnosis;
    private long _dueAtMs;

    public WiringDoctor(BusEngine bus, long nowMs)
    {
        _bus = bus;
        _diagnosis = new BusDiagnosis(nowMs);
        _dueAtMs = nowMs + VisitMs;
    }

    public BusFinding Finding => _diagnosis.Finding;

    /// <summary>Whom the finding is about, or 0.</summary>
    public int SubjectId => _diagnosis.SubjectId;

    /// <summary>Once a turn.</summary>
    public void OnTime(long nowMs)
    {
        if (nowMs < _dueAtMs)
        {
            return;
        }
        _dueAtMs = nowMs + VisitMs;
        BusSurvey.Fill(_facts, _bus, nowMs);
        _diagnosis.OnFacts(_facts, nowMs);
    }
}
