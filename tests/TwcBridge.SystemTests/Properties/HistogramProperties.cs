using System.Collections.Generic;
using System.Linq;
using TwcBridge.Diagnostics;

namespace TwcBridge.SystemTests.Properties;

/// <summary>The histogram, beside a list of every duration.</summary>
[TestClass]
public sealed class HistogramProperties
{
    [TestMethod]
    public void Counts_sums_and_ranks_like_a_list()
    {
        Chance.Check(script =>
        {
            Histogram histogram = new();
            List<long> all = [];
            int perMille = script.Between(1, 1000);
            while (script.HasMore)
            {
                long ms = script.Between(-2, script.Of(8, 400, 9000));
                histogram.Add(ms);
                all.Add(ms < 0 ? 0 : ms);
            }
            Histogram copy = new();
            copy.CopyFrom(histogram);
            histogram.Add(1);
            Compare(all, copy, perMille);
        });
    }

    private static void Compare(List<long> all, Histogram histogram, int perMille)
    {
        Assert.AreEqual(all.Count, histogram.Count);
        Assert.AreEqual(all.Sum(), histogram.SumMs);
        Assert.AreEqual(all.DefaultIfEmpty(0).Max(), histogram.MaxMs);
        for (int step = 0; step <= Histogram.BoundCount; step++)
        {
            Assert.AreEqual(all.Count(ms => StepOf(ms) == step), histogram.CountOf(step));
        }
        if (all.Count > 0)
        {
            // The rank is that of the smallest duration that so many do not exceed.
            all.Sort();
            long ranked = all[(all.Count * perMille + 999) / 1000 - 1];
            int step = StepOf(ranked);
            long bound = step < Histogram.BoundCount ? Histogram.BoundMs(step) : all[^1];
            Assert.AreEqual(System.Math.Min(bound, all[^1]), histogram.PercentileMs(perMille));
        }
    }

    private static int StepOf(long ms)
    {
        return Enumerable.Range(0, Histogram.BoundCount)
            .FirstOrDefault(step => ms <= Histogram.BoundMs(step), Histogram.BoundCount);
    }
}
