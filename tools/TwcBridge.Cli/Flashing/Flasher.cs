using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using TwcBridge.Cli.Asking;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;
using TwcBridge.Cli.Simulation;

namespace TwcBridge.Cli.Flashing;

/// <summary>The steps that bring a board from bare to running, each by itself and each as often as
/// one likes. A step that fails is a RunException that says what to do.</summary>
internal sealed class Flasher
{
    // A board that has just been written or reset needs a moment until it answers.
    private const int MostTries = 3;
    private const int BetweenTriesMs = 1500;
    private const int NoConnection = 2000;
    private const int NoDevice = 2001;

    private const string SettingsName = @"I:\twcbridge.json";

    private readonly Nanoff _nanoff;
    private readonly StepView _view;

    public Flasher(Nanoff nanoff, StepView view)
    {
        _nanoff = nanoff;
        _view = view;
    }

    /// <summary>The port of the board: the one that was named, the only one, or the one that is
    /// chosen.</summary>
    public string FindPort(string? named, IPrompter prompter)
    {
        string[] ports = [];
        Step("nanoff", () =>
        {
            ports = _nanoff.Ports(out Version version);
            return version.ToString();
        });
        if (named != null)
        {
            return named;
        }
        return ChoosePort(ports, prompter);
    }

    private static string ChoosePort(string[] ports, IPrompter prompter)
    {
        if (ports.Length == 0)
        {
            throw new RunException(ExitCode.CannotOpen,
                "there is no serial port. Plug the board in with a USB cable that has data wires "
                + "(many only charge); Windows and macOS may need the driver of its USB chip "
                + "(CP210x or CH34x).");
        }
        return ports.Length == 1
            ? ports[0]
            : ports[prompter.Choose("Which port is the board", "--serial", ports)];
    }

    public ChipDetails ReadChip(string port)
    {
        ChipDetails? chip = null;
        Step($"reading the chip at {port}", () =>
        {
            NanoffResult result = Nanoff.Expect(_nanoff.Run(NanoffCalls.Chip(port)));
            chip = ChipDetails.In(result.Output) ?? throw Unreadable(result);
            return $"{chip.Description}, flash {chip.FlashSize}, {chip.Mac}";
        });
        return chip!;
    }

    /// <summary>What runs on the board, or null when nothing does that we could talk to.</summary>
    public BoardDetails? TryReadBoard(string port)
    {
        BoardDetails? details = null;
        Step("reading what runs on the board", () =>
        {
            NanoffResult result = _nanoff.Run(NanoffCalls.Details(port));
            if (!result.IsGood && result.Code is not (NoConnection or NoDevice))
            {
                throw Nanoff.Failure(result);
            }
            details = BoardDetails.In(result.Output);
            return details == null
                ? "nothing of nanoFramework"
                : $"{details.Target} {details.ClrVersion}";
        });
        return details;
    }

    /// <summary>As above, but something must run there.</summary>
    public BoardDetails ReadBoard(string port)
    {
        BoardDetails? details = null;
        Step("reading the board again", () =>
        {
            NanoffResult result = RunPatiently(NanoffCalls.Details(port));
            details = BoardDetails.In(result.Output) ?? throw Unreadable(result);
            return $"{details.Target} {details.ClrVersion}, "
                + $"{details.NativeAssemblies.Count} native assemblies";
        });
        return details!;
    }

    /// <summary>Erases everything and writes the image of nanoFramework.</summary>
    /// <param name="version">Null for the newest.</param>
    public void WriteClr(string port, Board board, string? version)
    {
        Step($"writing {board.Target} (a few minutes)", () =>
        {
            Nanoff.Expect(_nanoff.Run(NanoffCalls.Clr(port, board.Target, version)));
            return "";
        });
    }

    public void CheckClr(BoardDetails found, Board board)
    {
        Expect(Fitness.OfClr(found, board, BoardCatalog.Known.Clr),
            "the image on the board does not fit. twcbridge flash --erase writes it anew");
    }

    /// <summary>Writes the application and looks whether it is there afterwards.</summary>
    public void Deploy(string port, DeploymentImage image, BoardDetails found)
    {
        Expect(Fitness.OfApplication(found, image),
            "the application does not fit the image on the board. Take both from the same release; "
            + "twcbridge flash --erase writes the newest image");
        Step("writing the application", () =>
        {
            Nanoff.Expect(_nanoff.Run(NanoffCalls.Deploy(port, Path.GetFullPath(image.Path))));
            return $"{image.Assemblies.Count} assemblies";
        });
        CheckApplication(ReadBoard(port), image);
    }

    public static void CheckApplication(BoardDetails found, DeploymentImage image)
    {
        Expect(Missing(found, image).Select(name => $"{name} is not on the board").ToList(),
            "the application is not on the board as it should be. twcbridge flash writes it again");
    }

    /// <summary>Assemblies of the application that the board does not tell of.</summary>
    public static IEnumerable<string> Missing(BoardDetails found, DeploymentImage image)
    {
        return image.Assemblies.Select(assembly => assembly.Name)
            .Where(name => name != "?" && !found.Applications.Contains(name));
    }

    /// <summary>Puts settings where the application takes them over when it starts.</summary>
    public void WriteSettings(string port, string json)
    {
        // Only this user may look into it, for there are passwords in the file.
        DirectoryInfo folder = Directory.CreateTempSubdirectory("twcbridge-");
        try
        {
            string file = Path.Combine(folder.FullName, "twcbridge.json");
            string list = Path.Combine(folder.FullName, "files.json");
            File.WriteAllText(file, json);
            File.WriteAllText(list, JsonSerializer.Serialize(new
            {
                SerialPort = port,
                Files = new[]
                {
                    new { DestinationFilePath = SettingsName, SourceFilePath = file },
                },
            }));
            Step("writing the settings", () =>
            {
                Nanoff.Expect(RunPatiently(NanoffCalls.Files(list)));
                return "";
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Starts the board anew: to read the chip resets it.</summary>
    public void Restart(string port)
    {
        Step("starting the board anew", () =>
        {
            Nanoff.Expect(_nanoff.Run(NanoffCalls.Chip(port)));
            return "";
        });
    }

    public void Backup(string port, string file)
    {
        string whole = Path.GetFullPath(file);
        Step($"reading the whole flash into {file} (a few minutes)", () =>
        {
            Nanoff.Expect(_nanoff.Run(NanoffCalls.Backup(
                port, Path.GetDirectoryName(whole)!, Path.GetFileName(whole))));
            FileInfo written = new(whole);
            return written.Exists && written.Length > 0
                ? $"{written.Length} bytes"
                : throw new RunException(ExitCode.Board,
                    $"nanoff says that it is done, but {file} is not there. Start again, and name "
                    + "a folder that you may write to.");
        });
    }

    private NanoffResult RunPatiently(NanoffCall call)
    {
        NanoffResult result = _nanoff.Run(call);
        for (int i = 1; i < MostTries && result.Code is NoConnection or NoDevice; i++)
        {
            using StopSignal stop = new();
            stop.Token.WaitHandle.WaitOne(BetweenTriesMs);
            result = _nanoff.Run(call);
        }
        return Nanoff.Expect(result);
    }

    private void Step(string title, Func<string> work)
    {
        _view.Run(title, hear =>
        {
            _nanoff.OnLine = hear;
            return work();
        });
    }

    private static void Expect(List<string> faults, string advice)
    {
        if (faults.Count > 0)
        {
            throw new RunException(ExitCode.Board,
                string.Join("\n", faults.Prepend(advice + ":").Select((line, i) =>
                    i == 0 ? line : $"  {line}")));
        }
    }

    private static RunException Unreadable(NanoffResult result)
    {
        return new RunException(ExitCode.Board,
            $"what nanoff tells of the board cannot be read (nanoff, {result.Call.Purpose}). "
            + "Press its reset button and start again; if it stays like this, please report it.\n"
            + result.Output.TrimEnd());
    }
}
