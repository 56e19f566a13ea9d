using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace TwcBridge.Cli.Commands;

/// <summary>The root: twcbridge and its commands.</summary>
internal sealed class TwcBridgeCommand : RootCommand, IHasExamples
{
    private const string ProgramName = "twcbridge";

    public TwcBridgeCommand()
        : base("Works with the load-sharing bus of Wall Connectors of the second generation. "
            + "Exit codes: 0 done, 1 a fault of this program, 2 wrong command line, "
            + "3 a file or port cannot be opened, 4 network, 5 bad input, 6 nanoff is missing, "
            + "7 the board, 8 refused by the box, 9 something was found to be wrong, 10 stopped.")
    {
        Subcommands.Add(new SetupCommand());
        Subcommands.Add(new FlashCommand());
        Subcommands.Add(new VerifyCommand());
        Subcommands.Add(new BackupCommand());
        Subcommands.Add(new ConfigureCommand());
        Subcommands.Add(new DiscoverCommand());
        Subcommands.Add(new RunCommand());
        Subcommands.Add(new SimulateCommand());
        Subcommands.Add(new MonitorCommand());
        Subcommands.Add(new DoctorCommand());
        Subcommands.Add(new DecodeCommand());
        Subcommands.Add(new ProveCommand());
        Subcommands.Add(new CompletionCommand());
        foreach (Option option in Options)
        {
            if (option is HelpOption help)
            {
                help.Action = new HelpWithExamples((HelpAction)help.Action!);
            }
        }
    }

    public string[] Examples =>
    [
        "twcbridge setup",
        "twcbridge discover",
        "twcbridge run",
        "twcbridge simulate --pty --connectors 2",
        "twcbridge decode --help",
    ];

    /// <summary>A command as it is typed: twcbridge decode.</summary>
    public static string PathTo(CommandResult command)
    {
        return command.Parent is CommandResult parent
            ? $"{PathTo(parent)} {command.Command.Name}"
            : ProgramName;
    }
}
