using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using Spectre.Console;
using TwcBridge.Cli.Asking;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Flashing;

/// <summary>The options that every command has which works on a board at a USB port.</summary>
internal sealed class FlashArguments
{
    private const string ImageName = "TwcBridge.bin";

    public Option<string> Serial { get; } = new("--serial")
    {
        HelpName = "PORT",
        Description = "The USB port of the board, /dev/ttyUSB0 or COM5. Without it the only one "
            + "is taken, or you are asked.",
    };

    public Option<string> BoardId { get; } = new("--board")
    {
        HelpName = "ID",
        Description = "Which board it is: "
            + $"{string.Join(", ", BoardCatalog.Known.Boards.Select(board => board.Id))}.",
    };

    public Option<string> Image { get; } = new("--image")
    {
        HelpName = "FILE",
        Description = $"The application. Without it {ImageName} in this folder.",
    };

    public Option<string> NanoffPath { get; } = new("--nanoff")
    {
        HelpName = "PATH",
        Description = "A nanoff of your own. Without it the one that is pinned is fetched as a "
            + "tool of the .NET SDK, or the one of the PATH is taken.",
    };

    public Option<bool> Yes { get; } = new("--yes")
    {
        Description = "Asks nothing: yes to everything, and what is proposed.",
    };

    public FlashArguments()
    {
        BoardId.Validators.Add(option =>
        {
            string id = option.Tokens.Count == 1 ? option.Tokens[0].Value : "";
            if (BoardCatalog.Known.Named(id) == null)
            {
                option.AddError($"There is no board '{id}'. There are: "
                    + $"{string.Join(", ", BoardCatalog.Known.Boards.Select(board => board.Id))}.");
            }
        });
        BoardId.CompletionSources.Add(_ =>
            BoardCatalog.Known.Boards.Select(
                board => new System.CommandLine.Completions.CompletionItem(board.Id)));
    }

    public IPrompter Prompter(ParseResult arguments)
    {
        return Prompters.For(arguments.GetValue(Yes));
    }

    public Flasher Open(ParseResult arguments, StepView view)
    {
        NanoffProgram? program = null;
        if (arguments.GetValue(NanoffPath) == null
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(NanoffProgram.Variable)))
        {
            view.Run("looking for nanoff", _ =>
            {
                program = NanoffProgram.Find(null);
                return program.File;
            });
        }
        program ??= NanoffProgram.Find(arguments.GetValue(NanoffPath));
        return new Flasher(new Nanoff(program), view);
    }

    public DeploymentImage ReadImage(ParseResult arguments)
    {
        string path = arguments.GetValue(Image) ?? ImageName;
        return File.Exists(path)
            ? DeploymentImage.Read(path)
            : throw new RunException(ExitCode.CannotOpen,
                $"there is no {path}. Download {ImageName} of a release, or build it "
                + "(firmware/BOARD.md), and name it with --image.");
    }

    public static StepView View(bool isQuiet = false)
    {
        return new StepView(AnsiConsole.Console, isQuiet ? TextWriter.Null : Console.Out);
    }
}
