using System;
using System.Threading;

namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>Feeds one target with case after case until so many bytes are through. A failure is
/// made small and told with everything that repeats it.</summary>
internal sealed class Fuzzer(FuzzTarget target)
{
    private const int HangMs = 60_000;

    private readonly FuzzDice _dice = new();
    private readonly FuzzInput _input = new(target.CaseLength);

    public long CaseCount { get; private set; }

    public long ByteCount { get; private set; }

    public void Run(long bytes, long seed)
    {
        using Timer watch = new(_ => TellHang(seed), null, HangMs, HangMs);
        while (ByteCount < bytes)
        {
            _dice.Restart(seed, CaseCount);
            _input.Clear();
            target.Fill(_input, _dice);
            if (FaultOf(target, _input.Bytes, _input.Length) is string fault)
            {
                Assert.Fail(Report(fault, seed));
            }
            ByteCount += _input.Length;
            CaseCount++;
            watch.Change(HangMs, HangMs);
        }
    }

    /// <summary>Null, or what did not hold.</summary>
    public static string? FaultOf(FuzzTarget target, byte[] bytes, int length)
    {
        try
        {
            long allocated = Allocated(target, bytes, length);
            if (target.AllocatesNothing && allocated != 0)
            {
                // The first call of anything may allocate: it is compiled.
                allocated = Allocated(target, bytes, length);
            }
            return target.AllocatesNothing && allocated != 0 ? "allocates" : null;
        }
        catch (Exception fault)     // Any: that there is one is the finding.
        {
            string at = fault.StackTrace?.Split('\n')[0].Trim() ?? "";
            return $"{fault.GetType().Name}: {fault.Message} {at}";
        }
    }

    private static long Allocated(FuzzTarget target, byte[] bytes, int length)
    {
        target.Prepare(bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        target.Run(bytes, length);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private string Report(string fault, long seed)
    {
        byte[] least = Minimiser.Of(_input.Span.ToArray(),
            bytes => FaultOf(target, bytes, bytes.Length) == fault);
        return $"{target.Name}, seed {seed}, case {CaseCount}, {_input.Length} bytes: {fault}\n"
            + $"made small, {least.Length} bytes:\n{Convert.ToHexString(least)}\n"
            + $"Again: TWCBRIDGE_SEED={seed}, or this line in tests/findings/{target.Name}.txt.";
    }

    // A call that never comes back can be told by nobody else.
    private void TellHang(long seed)
    {
        string hex = Convert.ToHexString(_input.Span);
        Environment.FailFast($"{target.Name} hangs: seed {seed}, case {CaseCount}\n{hex}");
    }
}
