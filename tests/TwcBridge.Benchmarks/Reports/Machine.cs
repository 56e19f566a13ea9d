using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace TwcBridge.Benchmarks.Reports;

/// <summary>Where and when something was measured: the head of every table.</summary>
internal static class Machine
{
    private const string CpuFile = "/proc/cpuinfo";
    private const string LoadFile = "/proc/loadavg";

    public static void WriteTo(TextWriter text)
    {
        string now = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        text.WriteLine($"{now} UTC, {Processor()}, {Environment.ProcessorCount} cores, "
            + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        if (File.Exists(LoadFile))
        {
            string[] load = File.ReadAllText(LoadFile).Split(' ');
            text.WriteLine($"load average of the last minute and the last five: {load[0]}, "
                + $"{load[1]} (above {Environment.ProcessorCount} the figures tell of the others)");
        }
        text.WriteLine();
    }

    private static string Processor()
    {
        string? line = File.Exists(CpuFile)
            ? File.ReadLines(CpuFile).FirstOrDefault(line => line.StartsWith("model name"))
            : null;
        return line is null
            ? RuntimeInformation.ProcessArchitecture.ToString()
            : line[(line.IndexOf(':') + 2)..];
    }
}
