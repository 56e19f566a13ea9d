using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using TwcBridge.Benchmarks.Reports;

namespace TwcBridge.Benchmarks.Micro;

/// <summary>micro: time and bytes of single steps, by BenchmarkDotNet in processes of its own.
/// </summary>
internal sealed class MicroCommand : Command
{
    private const int Iterations = 15;
    private const int IterationMs = 100;

    private static readonly Type[] InOrder =
    [
        typeof(WireBenchmarks),
        typeof(TurnBenchmarks),
        typeof(StatusBenchmarks),
        typeof(RequestBenchmarks),
    ];

    public MicroCommand()
        : base("micro", "Time and bytes of single steps; about two minutes. Options of "
            + "BenchmarkDotNet may follow, such as --filter *Decode*.")
    {
        TreatUnmatchedTokensAsErrors = false;
        SetAction(arguments => Run([.. arguments.UnmatchedTokens]));
    }

    private static int Run(string[] options)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts");
        Directory.CreateDirectory(folder);
        string logFile = Path.Combine(folder, "micro.log");
        Console.Out.WriteLine($"BenchmarkDotNet at work, about two minutes; its log: {logFile}");

        // From here on BenchmarkDotNet looks upwards for the solution and in it for this project.
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        using StreamLogger log = new(logFile);
        IConfig config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun
                .WithIterationCount(Iterations)
                .WithIterationTime(TimeInterval.FromMilliseconds(IterationMs)))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(log)
            .WithArtifactsPath(folder);
        Summary[] summaries = BenchmarkSwitcher.FromTypes(InOrder)
            .Run(options.Length > 0 ? options : ["--filter", "*"], config).ToArray();
        return Show(summaries);
    }

    private static int Show(Summary[] summaries)
    {
        TextTable table = new("step", "median ns", "lowest", "highest", "bytes", "runs");
        BenchmarkReport[] reports = summaries.SelectMany(summary => summary.Reports).ToArray();
        foreach (BenchmarkReport report in reports.Where(report => report.Success))
        {
            Statistics times = report.ResultStatistics!;
            table.Add(
                report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
                Number(times.Median), Number(times.Min), Number(times.Max),
                Whole(report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0),
                Whole(times.N));
        }
        Machine.WriteTo(Console.Out);
        table.WriteTo(Console.Out);
        int failed = reports.Count(report => !report.Success);
        if (reports.Length == 0 || failed > 0)
        {
            Console.Error.WriteLine($"{failed} of {reports.Length} failed: see the log.");
            return 1;
        }
        return 0;
    }

    private static string Number(double value)
    {
        return value.ToString(value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
    }

    private static string Whole(long value)
    {
        return value.ToString(CultureInfo.InvariantCulture);
    }
}
