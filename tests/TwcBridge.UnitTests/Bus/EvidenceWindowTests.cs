using TwcBridge.Bus;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class EvidenceWindowTests
{
    private const int RecentMs = EvidenceWindow.RecentStepCount * EvidenceWindow.StepMs;
    private const int WholeMs = EvidenceWindow.StepCount * EvidenceWindow.StepMs;

    // Counted at the beginning of a step, evidence stays for all the steps of its window.
    [TestMethod]
    [DataRow(0, 3, 3)]
    [DataRow(RecentMs - 1, 3, 3)]
    [DataRow(RecentMs, 0, 3)]
    [DataRow(RecentMs + 1, 0, 3)]
    [DataRow(WholeMs - 1, 0, 3)]
    [DataRow(WholeMs, 0, 0)]
    [DataRow(WholeMs + 1, 0, 0)]
    [DataRow(10 * WholeMs, 0, 0)]
    public void Evidence_grows_old(int afterMs, int recent, int whole)
    {
        EvidenceWindow window = new EvidenceWindow(7000);
        window.Add(Evidence.Spoilt, 3);
        window.OnTime(7000 + afterMs);
        Assert.AreEqual(recent, window.Recent(Evidence.Spoilt));
        Assert.AreEqual(whole, window.Whole(Evidence.Spoilt));
        Assert.AreEqual(0, window.Whole(Evidence.Missed));
    }

    [TestMethod]
    public void Counts_again_after_a_long_pause()
    {
        EvidenceWindow window = new EvidenceWindow(0);
        window.OnTime(1000000);
        window.Add(Evidence.Bytes, 5);
        window.OnTime(1000000 + RecentMs - 1);
        Assert.AreEqual(5, window.Recent(Evidence.Bytes));
        window.OnTime(1000000 + RecentMs);
        Assert.AreEqual(0, window.Recent(Evidence.Bytes));
    }

    [TestMethod]
    public void Forgets_one_kind_alone()
    {
        EvidenceWindow window = new EvidenceWindow(0);
        window.Add(Evidence.Bytes, 5);
        window.Add(Evidence.Missed, 6);
        window.OnTime(EvidenceWindow.StepMs);
        window.Add(Evidence.Missed, 7);
        Assert.AreEqual(13, window.Whole(Evidence.Missed));
        window.Forget(Evidence.Missed);
        Assert.AreEqual(0, window.Whole(Evidence.Missed));
        Assert.AreEqual(5, window.Whole(Evidence.Bytes));
    }
}
