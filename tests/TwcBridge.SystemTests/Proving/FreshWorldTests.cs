using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Proving;

namespace TwcBridge.SystemTests.Proving;

/// <summary>
/// Worlds that nobody has seen before, for a fixed time of theirs: what must never happen does not,
/// and what must happen does. TWCBRIDGE_PROVE_DAYS says how long in all, TWCBRIDGE_SEED repeats a
/// run; "twcbridge prove" runs longer ones.
/// </summary>
[TestClass]
public sealed class FreshWorldTests
{
    private const double UsualDays = 40;
    private const double DaysPerYear = 365.25;

    public TestContext TestContext { get; set; } = null!;

    // A world of eight takes as long as some of one: each row gets about the same time of ours.
    [TestMethod]
    [DataRow(1, 40)]
    [DataRow(2, 27)]
    [DataRow(3, 20)]
    [DataRow(8, 13)]
    public void Fresh_worlds_hold(int connectors, int percent)
    {
        long seed = (long)Number("TWCBRIDGE_SEED", Random.Shared.Next());
        double days = Number("TWCBRIDGE_PROVE_DAYS", UsualDays) * percent / 100;
        Proof proof = new(seed, connectors, (long)(days * Micros.PerDay));
        Stopwatch watch = Stopwatch.StartNew();
        while (!proof.IsOver)
        {
            proof.RunWorld();
        }
        double years = proof.SimulatedUs / (DaysPerYear * Micros.PerDay);
        double speed = proof.SimulatedUs / watch.Elapsed.TotalMicroseconds;
        TestContext.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"figure: prove: {connectors} connectors, seeds {seed} to {proof.NextSeed - 1}, "
            + $"{years:0.000} years in {proof.WorldCount} worlds, {speed:0} x real time"));
        if (proof.Refuted is { } world)
        {
            Fail(world, connectors);
        }
    }

    private static void Fail(ProvingWorld world, int connectors)
    {
        using StringWriter report = new();
        FailureReport.Write(report, world);
        Assert.Fail($"twcbridge prove --seed {world.Seed} --connectors {connectors}\n"
            + report);
    }

    private static double Number(string variable, double otherwise)
    {
        string? text = Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrEmpty(text)
            ? otherwise
            : double.Parse(text, CultureInfo.InvariantCulture);
    }
}
