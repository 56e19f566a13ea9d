using TwcBridge.Bus;

namespace TwcBridge.UnitTests.Bus;

/// <summary>A diagnosis that is told the facts at chosen instants. Time never goes back.</summary>
internal sealed class DiagnosisTimeline
{
    public readonly BusFacts Facts = new BusFacts();
    public readonly BusDiagnosis Diagnosis = new BusDiagnosis(0);

    private long _nowMs;

    public DiagnosisTimeline()
    {
        Facts.Role = BusRole.Controlling;
    }

    public BusFinding Finding => Diagnosis.Finding;

    /// <summary>So much more evidence until the next visit.</summary>
    public void Add(Evidence kind, int count)
    {
        Facts.Totals[(int)kind] += count;
    }

    public void VisitAt(long atMs)
    {
        Assert.IsTrue(atMs >= _nowMs, "time never goes back");
        _nowMs = atMs;
        Diagnosis.OnFacts(Facts, atMs);
    }

    /// <summary>A visit each second, each with so many answered heartbeats.</summary>
    public void AnswerUntil(long untilMs, int answersEach)
    {
        while (_nowMs + 1000 <= untilMs)
        {
            Answer(answersEach);
            VisitAt(_nowMs + 1000);
        }
    }

    /// <summary>The traffic of so many heartbeats that were answered.</summary>
    public void Answer(int count)
    {
        Add(Evidence.Bytes, 20 * count);
        Add(Evidence.ForeignFrames, count);
        Add(Evidence.Answered, count);
    }

    public void Expect(BusFinding finding, string when)
    {
        Assert.AreEqual((int)finding, (int)Finding, when);
    }
}
