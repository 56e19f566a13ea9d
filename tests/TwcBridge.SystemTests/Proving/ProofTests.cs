using System.Diagnostics;
using System.IO;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Proving;

namespace TwcBridge.SystemTests.Proving;

/// <summary>Worlds of chance. "twcbridge prove" runs them for longer, and from fresh seeds.
/// </summary>
[TestClass]
public class ProofTests
{
    // Seeds that have shown defects of the bridge, or of a checker, once.
    [TestMethod]
    [DataRow(5)]
    [DataRow(18)]
    [DataRow(25)]
    [DataRow(98)]
    [DataRow(202)]
    public void What_was_mended_stays_so(int seed)
    {
        Stopwatch watch = Stopwatch.StartNew();
        ProvingWorld world = new(seed);
        bool held = world.RunTo(6 * Micros.PerHour);
        Trace.WriteLine($"seed {seed}: {world.NowUs / (double)watch.Elapsed.TotalMicroseconds:0} "
            + "x real time");
        Assert.IsTrue(held, $"{world.Refutation}");
    }

    [TestMethod]
    [DataRow(50015)]
    [DataRow(50026)]
    [DataRow(50109)]
    [DataRow(50127)]
    public void What_was_mended_last_stays_so_for_a_day(int seed)
    {
        ProvingWorld world = new(seed);
        Assert.IsTrue(world.RunTo(Micros.PerDay), $"{world.Refutation}");
    }

    [TestMethod]
    public void A_seed_is_a_world()
    {
        Assert.AreEqual(Story(7), Story(7));
        Assert.AreNotEqual(Story(7), Story(8));
    }

    [TestMethod]
    public void A_wall_clock_that_jumps_changes_nothing_on_the_wire()
    {
        ulong jumping = WireOf(7, isClockUnset: false);
        Assert.AreEqual(WireOf(7, isClockUnset: true), jumping);
        Assert.AreNotEqual(WireOf(8, isClockUnset: false), jumping);
    }

    private static ulong WireOf(long seed, bool isClockUnset)
    {
        ProvingWorld world = new(seed, 3) { IsClockUnset = isClockUnset, IsSafetyOnly = true };
        WireDigest digest = new();
        world.Site.Line.Observe(digest);
        Assert.IsTrue(world.RunTo(12 * Micros.PerHour), $"{world.Refutation}");
        return digest.Value;
    }

    private static string Story(long seed)
    {
        ProvingWorld world = new(seed, 3);
        world.RunTo(Micros.PerHour);
        world.Evidence.Refute(Property.Rests, "by hand");
        using StringWriter text = new();
        FailureReport.Write(text, world);
        return text.ToString();
    }
}
