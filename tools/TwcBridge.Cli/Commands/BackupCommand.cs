using System.CommandLine;
using System.IO;
using TwcBridge.Cli.Flashing;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge backup: the whole flash of a board into a file.</summary>
internal sealed class BackupCommand : Command, IHasExamples
{
    private readonly FlashArguments _flash = new();

    private readonly Option<string> _file = new("--file")
    {
        HelpName = "FILE",
        Description = "Where it goes. A file that is there already is not overwritten.",
        Required = true,
    };

    public BackupCommand()
        : base("backup", "Reads the whole flash of a board into a file.")
    {
        Options.Add(_file);
        Options.Add(_flash.Serial);
        Options.Add(_flash.NanoffPath);
        Options.Add(_flash.Yes);
        SetAction(arguments => (int)Run(arguments));
    }

    public string[] Examples =>
    [
        "twcbridge backup --file garage.bin",
        "twcbridge backup --serial COM5 --file garage.bin",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        string file = arguments.GetValue(_file)!;
        if (File.Exists(file))
        {
            throw new RunException(ExitCode.CannotOpen,
                $"{file} is there already. Choose another name.");
        }
        StepView view = FlashArguments.View();
        Flasher flasher = _flash.Open(arguments, view);
        string port = flasher.FindPort(
            arguments.GetValue(_flash.Serial), _flash.Prompter(arguments));
        flasher.Backup(port, file);
        view.Tell(Ink.Notable, "The file holds the board's passwords: keep it where only you can "
            + "read it.");
        return ExitCode.Ok;
    }
}
