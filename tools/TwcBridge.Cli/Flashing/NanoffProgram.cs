using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Flashing;

/// <summary>How nanoff is started on this machine.</summary>
internal sealed record NanoffProgram(string File, string[] FirstArguments, string Folder)
{
    public const string Variable = "TWCBRIDGE_NANOFF";

    private const string Name = "nanoff";
    private const string Manifest = "dotnet-tools.json";

    /// <summary>The version that the command lines are written for.</summary>
    public static Version Pinned => Version.Parse(
        (string)JsonNode.Parse(Resource.Read(Manifest))!["tools"]![Name]!["version"]!);

    /// <summary>What to type to get it.</summary>
    public static string HowToGet =>
        "Install the .NET SDK from https://dot.net, then run\n"
        + $"  dotnet tool install --global nanoff --version {Pinned}\n"
        + "and open a new terminal. Or name a nanoff that you have with --nanoff PATH.";

    /// <summary>
    /// The one that was named; else the pinned one as a tool of the .NET SDK, fetched when it is
    /// not there yet; else whatever the PATH has.
    /// </summary>
    /// <param name="named">Null when none was.</param>
    public static NanoffProgram Find(string? named)
    {
        if ((named ?? Environment.GetEnvironmentVariable(Variable)) is { Length: > 0 } path)
        {
            return Named(path);
        }
        if (OnPath("dotnet") is string dotnet && TryRestore(dotnet, out string folder))
        {
            return new NanoffProgram(dotnet, ["tool", "run", Name, "--"], folder);
        }
        return OnPath(Name) is string found
            ? new NanoffProgram(found, [], Environment.CurrentDirectory)
            : throw new RunException(ExitCode.NoTool,
                $"nanoff is missing; it writes to the board. {HowToGet}");
    }

    public ProcessStartInfo StartOf(IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(File)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in FirstArguments.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }
        // It would tell others of every run, and colour what nobody sees.
        start.Environment["NANOFRAMEWORK_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["NO_COLOR"] = "1";
        return start;
    }

    private static NanoffProgram Named(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new RunException(ExitCode.NoTool, $"there is no nanoff at {path}. {HowToGet}");
        }
        string whole = Path.GetFullPath(path);
        return whole.EndsWith(".dll")
            ? new NanoffProgram("dotnet", [whole], Environment.CurrentDirectory)
            : new NanoffProgram(whole, [], Environment.CurrentDirectory);
    }

    // A manifest in a folder of our own: the one of the repository is not there for who has only
    // the program.
    private static bool TryRestore(string dotnet, out string folder)
    {
        folder = Path.Combine(DataFolder.Path, Name);
        string manifest = Path.Combine(folder, ".config", Manifest);
        Directory.CreateDirectory(Path.GetDirectoryName(manifest)!);
        System.IO.File.WriteAllText(manifest, Resource.Read(Manifest));
        NanoffProgram restore = new(dotnet, ["tool", "restore"], folder);
        using Process process = Process.Start(restore.StartOf([]))!;
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string? OnPath(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program] : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(System.IO.File.Exists);
    }
}
