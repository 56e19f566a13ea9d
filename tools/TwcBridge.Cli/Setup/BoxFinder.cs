using System;
using System.Linq;
using System.Text.Json.Nodes;
using TwcBridge.Cli.Asking;
using TwcBridge.Cli.Boxes;
using TwcBridge.Cli.Discovering;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;
using TwcBridge.Cli.Simulation;
using TwcBridge.Config;

namespace TwcBridge.Cli.Setup;

/// <summary>Finds the box that was just set up, and makes sure that it is the one.</summary>
internal sealed class BoxFinder
{
    private const int HttpPort = 80;
    private const int AgainMs = 1000;
    private const int MsPerSecond = 1000;

    private readonly SetupOptions _options;
    private readonly Settings _settings;
    private readonly string? _password;

    public BoxFinder(SetupOptions options, Settings settings)
    {
        _options = options;
        _settings = settings;
        _password = PasswordIn(settings) ?? options.Password;
    }

    /// <returns>The address of a box that answers.</returns>
    /// <param name="known">Where it was before; null where it was not found yet.</param>
    public string Find(string? known)
    {
        string address = _options.Host ?? known ?? _options.Prompter.Ask(new Question(
            "Address of the box (empty: look for it in the network)", "--host ADDRESS")
        {
            Default = "",
            Fault = text => text.Length == 0 || BoxAddress.TryParse(text, out _)
                ? null
                : $"write it as {BoxAddress.Example}",
        });
        string? found = null;
        _options.View.Run("waiting for the box (up to a minute or two)", _ =>
            found = address.Length > 0 ? Await(() => Answering(address)) : Await(Discover));
        return found!;
    }

    /// <summary>Compares what the box says that it runs on with what was written.</summary>
    public void Check(Uri address)
    {
        _options.View.Run("comparing the settings", _ =>
        {
            using BoxClient box = new(address, _password);
            JsonNode info = box.Read("api/v1/info").Expect(address);
            string told = $"{info["config_hash"]}";
            string wanted = ConfigHash.Of(_settings);
            return told == wanted
                ? wanted
                : throw new RunException(ExitCode.Board,
                    $"{address} does not run on these settings: its hash is {told}, and it should "
                    + $"be {wanted}. Nothing tells that a file arrived: write them again with "
                    + "twcbridge setup --only settings, and look whether this is the right box.");
        });
    }

    private string Await(Func<string?> look)
    {
        long endsAtMs = Environment.TickCount64 + (long)_options.WaitSeconds * MsPerSecond;
        using StopSignal stop = new();
        do
        {
            if (look() is string address)
            {
                return address;
            }
        }
        while (Environment.TickCount64 < endsAtMs && !stop.Token.WaitHandle.WaitOne(AgainMs));
        throw stop.Token.IsCancellationRequested
            ? new RunException(ExitCode.Stopped, "stopped.")
            : new RunException(ExitCode.Network,
                $"no box answers within {_options.WaitSeconds} s. Look at its light: two flashes "
                + "or three, it is in the network, and your router knows its address: give it "
                + "with --host ADDRESS. Four flashes: name and password of the Wi-Fi are wrong, "
                + "or it is not in reach; even flashing: it has opened its own network "
                + "twcbridge-...; answer anew with twcbridge setup --only questions.");
    }

    private string? Answering(string text)
    {
        BoxAddress.TryParse(text, out Uri address);
        using BoxClient box = new(address, _password);
        return BoxGlance.TryLook(box)?.Address.ToString();
    }

    private string? Discover()
    {
        SubnetProbe probe = new(HttpPort, _password);
        using StopSignal stop = new();
        return probe.Look(Subnet.Local().SelectMany(subnet => subnet.Hosts()), stop.Token)
            .FirstOrDefault(box => box.Name == _settings.Text(SettingKey.Box))?.Address.ToString();
    }

    private static string? PasswordIn(Settings settings)
    {
        string password = settings.Text(SettingKey.HttpPassword);
        return password.Length > 0 ? password : null;
    }
}
