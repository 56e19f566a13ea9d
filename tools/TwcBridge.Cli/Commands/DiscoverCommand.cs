using System;
using System.CommandLine;
using System.Linq;
using TwcBridge.Cli.Asking;
using TwcBridge.Cli.Boxes;
using TwcBridge.Cli.Discovering;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;
using TwcBridge.Cli.Simulation;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge discover: boxes in the local network.</summary>
internal sealed class DiscoverCommand : Command, IHasExamples
{
    private const int HttpPort = 80;
    private const int HighestPort = 65535;

    private readonly HostArguments _box = new();

    private readonly Option<string[]> _subnets = new("--subnet")
    {
        HelpName = "NETWORK",
        Description = "Where to look, as 192.168.1.0/24. Without it the networks of this machine.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> _port = new("--port")
    {
        HelpName = "PORT",
        Description = "Where boxes serve their page.",
        DefaultValueFactory = _ => HttpPort,
    };

    private readonly Option<bool> _yes = new("--yes")
    {
        Description = "Does not ask before it looks.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "One JSON object a line.",
    };

    public DiscoverCommand()
        : base("discover", "Looks for boxes in the local network, after asking.")
    {
        Options.Add(_subnets);
        Options.Add(_port);
        Options.Add(_box.PasswordFile);
        Options.Add(_yes);
        Options.Add(_json);
        _subnets.Validators.Add(option =>
        {
            foreach (string text in option.Tokens.Select(token => token.Value)
                .Where(text => Subnet.Parse(text) == null))
            {
                option.AddError($"'{text}' is no network, or one of more than 1022 addresses. "
                    + "Write it as 192.168.1.0/24.");
            }
        });
        SetAction(arguments => (int)Run(arguments));
    }

    public string[] Examples =>
    [
        "twcbridge discover",
        "twcbridge discover --subnet 192.168.1.0/24 --yes --json",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        Subnet[] subnets = SubnetsOf(arguments);
        int port = arguments.GetValue(_port);
        if (port is < 1 or > HighestPort)
        {
            throw new RunException(ExitCode.Usage, $"--port is from 1 to {HighestPort}.");
        }
        string where = string.Join(" and ", subnets.Select(subnet => subnet.ToString()));
        int count = subnets.Sum(subnet => subnet.HostCount);
        string question =
            $"Ask all {count} addresses of {where} on port {port} whether they are a box?";
        if (!Prompters.For(arguments.GetValue(_yes)).Confirm(question, "--yes"))
        {
            throw new RunException(ExitCode.Stopped, "nobody was asked.");
        }
        using StopSignal stop = new();
        BoxGlance[] found = new SubnetProbe(port, _box.PasswordInFile(arguments))
            .Look(subnets.SelectMany(subnet => subnet.Hosts()), stop.Token);
        Show(found, arguments.GetValue(_json));
        return found.Length > 0
            ? ExitCode.Ok
            : throw new RunException(ExitCode.Network,
                $"no box in {where}. Is it switched on, and in the same network as this machine? "
                + "A box without a network opens its own, twcbridge-...: join it and open "
                + "http://192.168.4.1/setup.");
    }

    private Subnet[] SubnetsOf(ParseResult arguments)
    {
        Subnet[] subnets = arguments.GetValue(_subnets) is { Length: > 0 } named
            ? [.. named.Select(text => Subnet.Parse(text)!)]
            : Subnet.Local();
        return subnets.Length > 0
            ? subnets
            : throw new RunException(ExitCode.Network,
                "this machine is in no network. Connect it, or name one with --subnet.");
    }

    private static void Show(BoxGlance[] found, bool isJson)
    {
        foreach (BoxGlance box in found)
        {
            if (!isJson)
            {
                Console.Out.WriteLine(box.IsLocked
                    ? $"{box.Address}  {box.State}"
                    : $"{box.Address}  {box.Name}  {box.Version}  {box.State}");
                continue;
            }
            JsonLine.Write(Console.Out, json =>
            {
                json.WriteString("address", box.Address.ToString());
                json.WriteString("box", box.IsLocked ? null : box.Name);
                json.WriteString("version", box.IsLocked ? null : box.Version);
                json.WriteString("state", box.State);
            });
        }
    }
}
