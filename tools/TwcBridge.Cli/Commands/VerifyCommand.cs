using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using TwcBridge.Cli.Flashing;
using TwcBridge.Cli.Output;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge verify: whether what is on a board fits together. Changes nothing.</summary>
internal sealed class VerifyCommand : Command, IHasExamples
{
    private readonly FlashArguments _flash = new();

    private readonly Option<bool> _json = new("--json")
    {
        Description = "One JSON object instead of lines.",
    };

    public VerifyCommand()
        : base("verify", "Compares the image, the application and what each needs of the other. "
            + "Changes nothing.")
    {
        Options.Add(_flash.Serial);
        Options.Add(_flash.BoardId);
        Options.Add(_flash.Image);
        Options.Add(_json);
        Options.Add(_flash.NanoffPath);
        Options.Add(_flash.Yes);
        SetAction(arguments => (int)Run(arguments));
    }

    public string[] Examples =>
    [
        "twcbridge verify --image TwcBridge.bin",
        "twcbridge verify --serial COM5 --board esp32-devkit --image TwcBridge.bin --json",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        bool isJson = arguments.GetValue(_json);
        StepView view = FlashArguments.View(isQuiet: isJson);
        DeploymentImage image = _flash.ReadImage(arguments);
        Flasher flasher = _flash.Open(arguments, view);
        string port = flasher.FindPort(
            arguments.GetValue(_flash.Serial), _flash.Prompter(arguments));
        BoardDetails found = flasher.ReadBoard(port);
        string[] faults = [.. FaultsOf(found, arguments.GetValue(_flash.BoardId), image)];
        if (isJson)
        {
            WriteJson(found, faults);
        }
        foreach (string fault in faults)
        {
            view.Tell(Ink.Bad, $"  !!  {fault}");
        }
        view.Tell(faults.Length == 0
            ? "Image and application fit, and the application is on the board."
            : "twcbridge flash writes what is missing; with --erase also the image.");
        return faults.Length == 0 ? ExitCode.Ok : ExitCode.Findings;
    }

    private static IEnumerable<string> FaultsOf(
        BoardDetails found, string? boardId, DeploymentImage image)
    {
        // Without a name any board of this image will do: they share all that matters.
        Board? board = BoardCatalog.Known.Boards.FirstOrDefault(board =>
            boardId == null ? board.Target == found.Target : board.Id == boardId);
        return board == null
            ? [$"the board runs the image {found.Target}, which no supported board has"]
            :
            [
                .. Fitness.OfClr(found, board, BoardCatalog.Known.Clr),
                .. Fitness.OfApplication(found, image),
                .. Flasher.Missing(found, image).Select(name => $"{name} is not on the board"),
            ];
    }

    private static void WriteJson(BoardDetails found, string[] faults)
    {
        JsonLine.Write(Console.Out, json =>
        {
            json.WriteBoolean("ok", faults.Length == 0);
            json.WriteString("target", found.Target);
            json.WriteString("clrVersion", found.ClrVersion.ToString());
            json.WriteStartArray("applications");
            foreach (string name in found.Applications)
            {
                json.WriteStringValue(name);
            }
            json.WriteEndArray();
            json.WriteStartArray("faults");
            foreach (string fault in faults)
            {
                json.WriteStringValue(fault);
            }
            json.WriteEndArray();
        });
    }
}
