using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using TwcBridge.Cli.Running;
using TwcBridge.Cli.Simulation;

namespace TwcBridge.Cli.Flashing;

/// <summary>
/// nanoff as a child process. What goes wrong is a RunException that says what to do next, with the
/// last lines that nanoff printed.
/// </summary>
internal sealed partial class Nanoff
{
    private const int LookMs = 100;
    private const int MostLastLines = 6;

    private readonly NanoffProgram _program;

    public Nanoff(NanoffProgram program)
    {
        _program = program;
    }

    /// <summary>Told each line that nanoff prints. From another thread.</summary>
    public Action<string> OnLine { get; set; } = _ => { };

    /// <summary>Checks that it is there and the version that is needed, and lists the ports.
    /// </summary>
    public string[] Ports(out Version version)
    {
        NanoffResult result = Expect(Run(NanoffCalls.Ports()));
        Match header = Header().Match(result.Output);
        Version pinned = NanoffProgram.Pinned;
        if (!header.Success || !Version.TryParse(header.Groups[1].Value, out Version? found)
            || found.Major != pinned.Major || found.Minor != pinned.Minor || found < pinned)
        {
            throw new RunException(ExitCode.NoTool,
                $"this is nanoff {(header.Success ? header.Groups[1].Value : "of no version")}, "
                + $"and {pinned} is needed. Run\n"
                + $"  dotnet tool update --global nanoff --version {pinned} --allow-downgrade");
        }
        version = found;
        return PortLine().Matches(result.Output)
            .Select(line => line.Groups[1].Value).ToArray();
    }

    /// <summary>Runs it once and throws nothing for what it does.</summary>
    public NanoffResult Run(NanoffCall call)
    {
        StringBuilder output = new();
        using Process process = Start(call);
        process.StandardInput.Close();
        process.OutputDataReceived += (_, line) => Take(line.Data, output);
        process.ErrorDataReceived += (_, line) => Take(line.Data, output);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Await(process, call);
        lock (output)
        {
            return new NanoffResult(call, process.ExitCode, output.ToString());
        }
    }

    /// <summary>The result, if it is a good one.</summary>
    public static NanoffResult Expect(NanoffResult result)
    {
        return result.IsGood ? result : throw Failure(result);
    }

    /// <summary>What to tell of a run that failed.</summary>
    public static RunException Failure(NanoffResult result)
    {
        (string what, string advice) = NanoffFailure.Of(result.Code);
        string code = result.Code == 0 ? $"status {result.ExitStatus}" : $"E{result.Code}";
        string hidden = result.SilentFailure is string words ? $" ({words})" : "";
        return new RunException(ExitCode.Board,
            $"{what}{hidden}: nanoff, {result.Call.Purpose}, {code}. {advice}.\n"
            + LastLines(result.Output));
    }

    private Process Start(NanoffCall call)
    {
        try
        {
            return Process.Start(_program.StartOf(call.Arguments))!;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new RunException(ExitCode.NoTool,
                $"nanoff cannot be started: {fault.Message}. {NanoffProgram.HowToGet}");
        }
    }

    private void Take(string? line, StringBuilder output)
    {
        if (line == null)
        {
            return;
        }
        lock (output)
        {
            output.Append(line).Append('\n');
        }
        OnLine(line);
    }

    private static void Await(Process process, NanoffCall call)
    {
        using StopSignal stop = new();
        long endsAtMs = Environment.TickCount64 + (long)call.Patience.TotalMilliseconds;
        while (!process.WaitForExit(LookMs))
        {
            bool isLate = Environment.TickCount64 > endsAtMs;
            if (isLate || stop.Token.IsCancellationRequested)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                throw isLate
                    ? new RunException(ExitCode.Board,
                        $"nanoff, {call.Purpose}, did not end in {call.Patience.TotalMinutes:0} "
                        + "minutes and was stopped. Unplug the board, plug it in and start again.")
                    : new RunException(ExitCode.Stopped,
                        $"stopped during nanoff, {call.Purpose}. Start again to go on.");
            }
        }
        process.WaitForExit();      // The time-out's variant does not wait for the last lines.
    }

    private static string LastLines(string output)
    {
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int from = Math.Max(0, lines.Length - MostLastLines);
        StringWriter text = new();
        foreach (string line in lines[from..])
        {
            text.WriteLine($"  nanoff: {line.Trim()}");
        }
        return text.ToString().TrimEnd();
    }

    [GeneratedRegex(@"Firmware Flasher v([\d.]+)")]
    private static partial Regex Header();

    [GeneratedRegex(@"^  (\S.*?)\s*$", RegexOptions.Multiline)]
    private static partial Regex PortLine();
}
