using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using TwcBridge.SystemTests.Cli;

namespace TwcBridge.SystemTests.Flashing;

/// <summary>A table with a board on it and the stand-in for nanoff beside it.</summary>
internal sealed class FlashBench : IDisposable
{
    private const int DeadlineMs = 60_000;

    private static readonly Regex TemporaryFile = new(@"(?<= )/\S*/twcbridge-\w+(?=/)");

    public FlashBench()
    {
        Folder = Directory.CreateTempSubdirectory("twcbridge-flash-").FullName;
        Image = TestImage.Write(Folder, TestImage.Fitting);
    }

    public string Folder { get; }

    public string Image { get; set; }

    /// <summary>What the stand-in does wrong: "purpose=what;purpose=what".</summary>
    public string Plan { get; set; } = "";

    /// <summary>Every command line that nanoff was given, without what differs between runs.
    /// </summary>
    public string[] Calls => File.Exists(In("calls"))
        ? [.. File.ReadLines(In("calls")).Select(line =>
            TemporaryFile.Replace(line.Replace(Folder, "FOLDER"), "TEMP"))]
        : [];

    /// <summary>Of each call the first word that tells what it is for.</summary>
    public string Purposes => string.Join(' ', Calls.Select(call =>
        call.Contains("--listports") ? "ports"
        : call.Contains("--filedeployment") ? "files"
        : call.Contains("--backupfile") ? "backup"
        : call.Contains("--update") ? "clr"
        : call.Contains("--deploy") ? "deploy"
        : call.Contains("--nanodevice") ? "details" : "chip"));

    public string In(string name)
    {
        return Path.Combine(Folder, name);
    }

    public CliRun Run(string command, params string[] arguments)
    {
        return RunWithInput("", [.. command.Split(' '), .. arguments]);
    }

    public CliRun RunWithInput(string input, params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(DeadlineMs))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"twcbridge {string.Join(' ', arguments)} did not end");
        }
        return new CliRun(process.ExitCode, output.Result, errors.Result);
    }

    public Process Start(params string[] arguments)
    {
        return CliRun.StartWith(new Dictionary<string, string?>
        {
            ["TWCBRIDGE_NANOFF"] = Path.Combine(AppContext.BaseDirectory, "nanoff-stand-in.dll"),
            ["TWCBRIDGE_DATA"] = In("data"),
            ["STANDIN_FOLDER"] = Folder,
            ["STANDIN_PLAN"] = Plan,
            ["NANOFRAMEWORK_TELEMETRY_OPTOUT"] = null,
        }, arguments);
    }

    /// <summary>Until nanoff has come to where the plan says that it hangs.</summary>
    public void AwaitHanging()
    {
        const int LookMs = 100;
        using FileSystemWatcher watcher = new(Folder);
        long endsAtMs = Environment.TickCount64 + DeadlineMs;
        while (!File.Exists(In("hanging")))
        {
            Assert.IsTrue(Environment.TickCount64 < endsAtMs, "nanoff was not started");
            watcher.WaitForChanged(WatcherChangeTypes.All, LookMs);
        }
    }

    /// <summary>As if nanoFramework and an application were on the board already.</summary>
    public void PutOnBoard(string target, params string[] assemblies)
    {
        File.WriteAllText(In("clr"), target);
        File.WriteAllText(In("application"), string.Join('\n', assemblies));
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
    }
}
