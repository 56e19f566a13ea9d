using System;
using System.Diagnostics;
using System.Globalization;

namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>
/// Whatever comes from outside, nothing throws, hangs, grows or loses count. TWCBRIDGE_FUZZ_BYTES
/// says how much comes, over all targets; TWCBRIDGE_SEED repeats a run.
/// </summary>
[TestClass]
public sealed class FuzzTests
{
    private const long StandardBytes = 100_000_000;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("decoder")]
    [DataRow("bridge")]
    [DataRow("mqtt-reader")]
    [DataRow("mqtt-session")]
    [DataRow("http-parser")]
    [DataRow("http-server")]
    [DataRow("json")]
    [DataRow("settings")]
    [DataRow("slots")]
    [DataRow("command")]
    [DataRow("capture")]
    [DataRow("command-line")]
    public void Stands_whatever_comes(string name)
    {
        FuzzTarget target = FuzzTargets.Of(name);
        long seed = Number("TWCBRIDGE_SEED", Environment.TickCount64);
        long bytes = Number("TWCBRIDGE_FUZZ_BYTES", StandardBytes) * target.PerMille / 1000;
        Fuzzer fuzzer = new(target);
        Stopwatch watch = Stopwatch.StartNew();
        TestContext.WriteLine($"{name}: seed {seed}");
        fuzzer.Run(bytes, seed);
        TestContext.WriteLine($"{name}: {fuzzer.ByteCount} bytes in {fuzzer.CaseCount} cases, "
            + $"sense in {target.Reached}, {watch.Elapsed.TotalSeconds:F1} s");
        Assert.IsGreaterThan(fuzzer.CaseCount / 20, target.Reached, "too little came of it");
    }

    [TestMethod]
    public void All_parts_make_up_the_whole()
    {
        int perMille = 0;
        foreach (FuzzTarget target in FuzzTargets.All())
        {
            perMille += target.PerMille;
        }
        Assert.AreEqual(1000, perMille);
    }

    private static long Number(string variable, long otherwise)
    {
        string? text = Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrEmpty(text)
            ? otherwise
            : long.Parse(text, CultureInfo.InvariantCulture);
    }
}
