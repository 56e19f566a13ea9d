using System;
using System.CommandLine;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.Benchmarks.Against;

/// <summary>against: the same figures for any controller on a line.</summary>
internal sealed class AgainstCommand : Command
{
    private const string NewTerminal = "pty";

    private readonly Argument<string> _device = new("DEVICE")
    {
        Description = "A serial port wired to the controller, or 'pty' for a new pseudo terminal, "
            + "whose path is printed for the controller to open.",
    };

    private readonly Option<int> _seconds = new("--seconds")
    {
        HelpName = "N",
        Description = "How long. Ctrl-C ends it earlier, with the figures.",
        DefaultValueFactory = _ => 120,
    };

    private readonly Option<string> _command = new("--command")
    {
        HelpName = "SHELL",
        Description = "Changes the limit to $AMPS for both connectors, 16 and 24 in turn. The time "
            + "from its start to the first heartbeat with another limit is measured.",
    };

    private readonly Option<int> _every = new("--every")
    {
        HelpName = "S",
        Description = "Between two commands: S seconds and up to a quarter more. Controllers "
            + "leave some seconds between two changes.",
        DefaultValueFactory = _ => 12,
    };

    public AgainstCommand()
        : base("against", "Plays two wall connectors with a car each for another controller, and "
            + "shows how it treats them.")
    {
        Arguments.Add(_device);
        Options.Add(_seconds);
        Options.Add(_command);
        Options.Add(_every);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        string device = arguments.GetValue(_device)!;
        using ISerialLine line =
            device == NewTerminal ? PseudoTerminal.Create() : SerialPort.Open(device);
        Console.Out.WriteLine(line.Name);
        AgainstRun run = new(line);
        int seconds = arguments.GetValue(_seconds);
        if (arguments.GetValue(_command) is not string command)
        {
            run.Run(seconds, null);
            AgainstFigures.Show(run, [], Console.Out);
            return 0;
        }
        OutsideCommands commands = new(command, arguments.GetValue(_every));
        using (commands)
        {
            commands.Start();
            run.Run(seconds, commands);
        }
        AgainstFigures.Show(run, commands.Done, Console.Out);
        return 0;
    }
}
