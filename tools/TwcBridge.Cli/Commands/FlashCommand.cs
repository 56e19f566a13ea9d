using System.Collections.Generic;
using System.CommandLine;
using TwcBridge.Cli.Asking;
using TwcBridge.Cli.Flashing;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge flash: nanoFramework and the application onto a board.</summary>
internal sealed class FlashCommand : Command, IHasExamples
{
    private readonly FlashArguments _flash = new();

    private readonly Option<string> _clrVersion = new("--clr-version")
    {
        HelpName = "VERSION",
        Description = "The version of nanoFramework's image. Without it the newest.",
    };

    private readonly Option<bool> _erase = new("--erase")
    {
        Description = "Writes nanoFramework's image also where one that fits is there already. "
            + "Everything on the board is lost, its settings too.",
    };

    public FlashCommand()
        : base("flash", "Writes nanoFramework and the application onto a board at a USB port.")
    {
        Options.Add(_flash.Serial);
        Options.Add(_flash.BoardId);
        Options.Add(_flash.Image);
        Options.Add(_clrVersion);
        Options.Add(_erase);
        Options.Add(_flash.NanoffPath);
        Options.Add(_flash.Yes);
        SetAction(arguments => (int)Run(arguments));
    }

    public string[] Examples =>
    [
        "twcbridge flash",
        "twcbridge flash --serial /dev/ttyUSB0 --board esp32-devkit --image TwcBridge.bin --yes",
        "twcbridge flash --erase",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        StepView view = FlashArguments.View();
        IPrompter prompter = _flash.Prompter(arguments);
        DeploymentImage image = _flash.ReadImage(arguments);
        Flasher flasher = _flash.Open(arguments, view);
        string port = flasher.FindPort(arguments.GetValue(_flash.Serial), prompter);
        Board board = BoardChoice.Of(
            flasher.ReadChip(port), arguments.GetValue(_flash.BoardId), prompter);

        BoardDetails? found = flasher.TryReadBoard(port);
        if (found == null || arguments.GetValue(_erase) || !Fits(found, board, view))
        {
            if (!prompter.Confirm(
                "Everything on the board will be erased, its settings too. Go on?", "--yes"))
            {
                throw new RunException(ExitCode.Stopped, "nothing was changed.");
            }
            flasher.WriteClr(port, board, arguments.GetValue(_clrVersion));
            found = flasher.ReadBoard(port);
            flasher.CheckClr(found, board);
        }
        flasher.Deploy(port, image, found);
        view.Tell("Next: twcbridge configure --serial writes its settings, twcbridge setup asks "
            + "for them.");
        return ExitCode.Ok;
    }

    private static bool Fits(BoardDetails found, Board board, StepView view)
    {
        List<string> faults = Fitness.OfClr(found, board, BoardCatalog.Known.Clr);
        foreach (string fault in faults)
        {
            view.Tell(Ink.Notable, $"      {fault}");
        }
        return faults.Count == 0;
    }
}
