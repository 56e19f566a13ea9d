using System.CommandLine;

namespace TwcBridge.Cli.Commands;

internal sealed class SimulateCommand : Command
{
    public SimulateCommand()
        : base("simulate", "Plays wall connectors.")
    {
        SetAction(_ => 0);
    }
}
