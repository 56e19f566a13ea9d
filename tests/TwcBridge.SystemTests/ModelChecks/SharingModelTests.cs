using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace TwcBridge.SystemTests.ModelChecks;

/// <summary>
/// Links and allocation of two connectors, with everything that can happen between them in every
/// order, to a depth. TWCBRIDGE_MODEL_DEPTH goes deeper.
/// </summary>
[TestClass]
public sealed class SharingModelTests
{
    private const int DepthOfTheBug = 5;

    private static readonly ModelStep[] Steps =
        [.. Enum.GetValues<ModelStep>().Where(step => step != ModelStep.Arrive1)];

    private static readonly ModelStep[] BothCharge =
    [
        ModelStep.Reset0, ModelStep.Calm, ModelStep.Reset1, ModelStep.Calm, ModelStep.Plug0,
        ModelStep.Plug1, ModelStep.Calm, ModelStep.Calm, ModelStep.Calm,
    ];

    private static readonly ModelStep[] OneIsAhead =
        [.. BothCharge, ModelStep.Limit1, ModelStep.Calm, ModelStep.Calm, ModelStep.Calm];

    // It was away, with another controller, and both are claimed less than it brings.
    private static readonly ModelStep[] OneArrives =
    [
        .. OneIsAhead, ModelStep.Limit0, ModelStep.Calm, ModelStep.Calm, ModelStep.Calm,
        ModelStep.Deaf1, ModelStep.Arrive1,
    ];

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("nothing is linked", 5)]
    [DataRow("both charge", 4)]
    [DataRow("one is ahead", 4)]
    [DataRow("one arrives charging", 4)]
    public void Nothing_in_any_order_breaks_a_rule(string start, int depth)
    {
        Explorer explorer = new(() => new ModelWorld(options => new ModelBox(options)), Steps);
        Stopwatch watch = Stopwatch.StartNew();
        explorer.Explore(StartOf(start), DepthOr(depth));
        TestContext.WriteLine($"{start}: {explorer.StateCount} states, "
            + $"{explorer.TransitionCount} transitions, {watch.Elapsed.TotalSeconds:F1} s");
        Assert.IsNull(explorer.Finding);
        Assert.IsGreaterThan(1000, explorer.StateCount);
    }

    [TestMethod]
    [DataRow("one is ahead", 1400, 600)]
    [DataRow("one arrives charging", 600, 1400)]
    public void The_start_is_what_it_says(string start, int first, int second)
    {
        ModelWorld world = new(options => new ModelBox(options));
        foreach (ModelStep step in StartOf(start))
        {
            world.Take(step);
        }
        Assert.AreEqual(first, world.HeldCentiamps(0));
        Assert.AreEqual(second, world.HeldCentiamps(1));
    }

    [TestMethod]
    public void Finds_a_bridge_that_does_not_wait_for_the_echo()
    {
        Explorer explorer = new(() => new ModelWorld(options => new CredulousBox(options)), Steps);
        explorer.Explore(OneIsAhead, DepthOfTheBug);
        TestContext.WriteLine($"after {explorer.TransitionCount} transitions: {explorer.Finding}");
        Assert.IsNotNull(explorer.Finding);
    }

    private static ModelStep[] StartOf(string name)
    {
        return name switch
        {
            "nothing is linked" => [],
            "both charge" => BothCharge,
            "one arrives charging" => OneArrives,
            _ => OneIsAhead,
        };
    }

    private static int DepthOr(int standard)
    {
        string? text = Environment.GetEnvironmentVariable("TWCBRIDGE_MODEL_DEPTH");
        return string.IsNullOrEmpty(text)
            ? standard
            : int.Parse(text, CultureInfo.InvariantCulture);
    }
}
