using TwcBridge.Diagnostics;

namespace TwcBridge.UnitTests.Diagnostics;

[TestClass]
public class HistogramTests
{
    private readonly Histogram _histogram = new Histogram();

    [TestMethod]
    public void Every_duration_lies_in_the_first_step_that_holds_it()
    {
        for (int step = 0; step < Histogram.BoundCount; step++)
        {
            int bound = Histogram.BoundMs(step);
            long before = _histogram.CountOf(step);
            long after = _histogram.CountOf(step + 1);
            _histogram.Add(bound);
            _histogram.Add(bound + 1);
            Assert.AreEqual(before + 1, _histogram.CountOf(step), "at " + bound.ToString());
            Assert.AreEqual(after + 1, _histogram.CountOf(step + 1), "above " + bound.ToString());
        }
    }

    [TestMethod]
    public void Counts_adds_up_and_keeps_the_longest()
    {
        _histogram.Add(4);
        _histogram.Add(123_456);
        _histogram.Add(-5);
        Assert.AreEqual(3L, _histogram.Count);
        Assert.AreEqual(123_460L, _histogram.SumMs);
        Assert.AreEqual(123_456L, _histogram.MaxMs);
        Assert.AreEqual(1L, _histogram.CountOf(0));
        Assert.AreEqual(1L, _histogram.CountOf(Histogram.BoundCount));
    }

    [TestMethod]
    [DataRow(1, 0)]
    [DataRow(500, 0)]
    [DataRow(989, 0)]
    [DataRow(990, 0)]
    [DataRow(991, 5)]
    [DataRow(999, 5)]
    [DataRow(1000, 40)]
    public void A_percentile_is_the_bound_of_its_step(int perMille, int expectedMs)
    {
        for (int i = 0; i < 990; i++)
        {
            _histogram.Add(0);
        }
        for (int i = 0; i < 9; i++)
        {
            _histogram.Add(4);
        }
        _histogram.Add(40);
        Assert.AreEqual((long)expectedMs, _histogram.PercentileMs(perMille));
    }

    [TestMethod]
    public void A_percentile_of_nothing_is_zero()
    {
        Assert.AreEqual(0L, _histogram.PercentileMs(999));
    }

    [TestMethod]
    public void A_copy_lives_its_own_life()
    {
        _histogram.Add(7);
        Histogram copy = new Histogram();
        copy.Add(1);
        copy.CopyFrom(_histogram);
        _histogram.Add(7);
        Assert.AreEqual(1L, copy.Count);
        Assert.AreEqual(7L, copy.SumMs);
        Assert.AreEqual(7L, copy.MaxMs);
        Assert.AreEqual(0L, copy.CountOf(1));
        Assert.AreEqual(1L, copy.CountOf(5));
    }
}
