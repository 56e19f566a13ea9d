using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace TwcBridge.SystemTests.Cli;

/// <summary>The command line tool, run to its end as a program of its own.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Errors)
{
    private const int DeadlineMs = 60_000;

    public static string Tool => Path.Combine(AppContext.BaseDirectory, "twcbridge.dll");

    public static CliRun Of(params string[] arguments)
    {
        return WithInput("", arguments);
    }

    public static CliRun WithInput(string input, params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(DeadlineMs))
        {
            process.Kill();
            Assert.Fail($"twcbridge {string.Join(' ', arguments)} did not end");
        }
        return new CliRun(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Starts it with all three streams in our hands.</summary>
    public static Process Start(params string[] arguments)
    {
        return StartWith([], arguments);
    }

    /// <param name="variables">Of its environment; null takes one away.</param>
    public static Process StartWith(
        Dictionary<string, string?> variables, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Tool);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach ((string name, string? value) in variables)
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }
}
