using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Net;
using TwcBridge.Cli.Configuring;
using TwcBridge.Cli.Running;
using TwcBridge.Cli.Simulation;
using TwcBridge.Config;
using TwcBridge.VirtualDevice.Hosting;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge run: the box on this machine.</summary>
internal sealed class RunCommand : Command, IHasExamples
{
    private const string Off = "off";
    private const int DefaultConnectors = 2;
    private const decimal DefaultSimulatedAmps = 32;

    private readonly SimulationArguments _simulation = new(DefaultConnectors);

    private readonly Option<string> _serial = new("--serial")
    {
        HelpName = "DEVICE",
        Description = "The RS-485 adapter or pseudo terminal of real or simulated connectors. "
            + "Without it connectors are simulated.",
    };

    private readonly Option<string> _mqtt = new("--mqtt")
    {
        HelpName = "URL",
        Description = "The broker: mqtt://user:password@host:1883, or mqtts://host:8883 for TLS.",
    };

    private readonly Option<string> _authority = new("--mqtt-ca")
    {
        HelpName = "FILE",
        Description = "The certificate (PEM) that the broker's must be signed with. Without it "
            + "whom this machine trusts.",
    };

    private readonly Option<string> _http = new("--http")
    {
        HelpName = "ADDRESS",
        Description = $"Where to serve the page: IP:PORT, or {Off}.",
        DefaultValueFactory = _ => "127.0.0.1:8080",
    };

    private readonly Option<decimal?> _siteLimit = new("--site-limit")
    {
        HelpName = "A",
        Description = "The most that all connectors together may be offered: breaker x 0.8. "
            + $"{DefaultSimulatedAmps} for simulated connectors, else as the settings say.",
    };

    private readonly Option<string> _box = new("--box")
    {
        HelpName = "NAME",
        Description = "Last part of the base topic: twcbridge/NAME/...",
    };

    private readonly Option<string> _password = new("--password")
    {
        HelpName = "TEXT",
        Description = "The password of the page and of HTTP. Without one only this machine is "
            + "served openly; elsewhere one is made up and shown.",
    };

    private readonly Option<string> _settings = new("--settings")
    {
        HelpName = "FILE",
        Description = "Settings as JSON. Options on the command line come before it. What is "
            + "changed over HTTP is written back; without a file it is forgotten at the end.",
    };

    private readonly Option<string> _record = new("--record")
    {
        HelpName = "FILE",
        Description = "Writes every frame of the bus into a capture that decode reads.",
    };

    private readonly Option<int?> _seconds = Duration.Option();

    public RunCommand()
        : base("run", "Runs the bridge on this machine, on simulated connectors or a serial port.")
    {
        Options.Add(_serial);
        Options.Add(_mqtt);
        Options.Add(_authority);
        Options.Add(_http);
        Options.Add(_siteLimit);
        Options.Add(_box);
        Options.Add(_password);
        Options.Add(_settings);
        Options.Add(_record);
        Options.Add(_seconds);
        _simulation.AddTo(this);
        _mqtt.Validators.Add(CheckMqtt);
        _http.Validators.Add(CheckHttp);
        SetAction(arguments => (int)Run(arguments));
    }

    public string[] Examples =>
    [
        "twcbridge run",
        "twcbridge run --connectors 3 --site-limit 40 --mqtt mqtt://127.0.0.1:1883",
        "twcbridge run --mqtt mqtts://broker.example --mqtt-ca ca.pem",
        "twcbridge run --serial /dev/ttyUSB0 --settings box.json --http 0.0.0.0:8080",
        "twcbridge run --for 60 --http off --record run.txt",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        string? file = arguments.GetValue(_settings);
        string? authority = arguments.GetValue(_authority);
        Settings settings = SettingsOf(arguments, file).Finish();
        if (authority != null && !settings.Flag(SettingKey.MqttTls))
        {
            throw new RunException(ExitCode.Usage, "--mqtt-ca needs a broker with TLS: mqtts://");
        }
        IPEndPoint? http = HttpOf(arguments.GetValue(_http)!);
        RunOptions options = new()
        {
            Settings = settings,
            Fresh = SettingsOf(arguments, file: null).Settings,
            File = file == null ? null : new SettingsFile(file),
            AuthorityFile = authority,
            Authority = authority == null ? null : Authority.Read(authority),
            SerialDevice = arguments.GetValue(_serial),
            Simulation = _simulation.ValueOf(arguments),
            Http = http,
            IsPasswordMadeUp = HttpPassword.Ensure(settings, http),
            RecordFile = arguments.GetValue(_record),
            Seconds = arguments.GetValue(_seconds),
        };
        using StopSignal stop = new();
        new Runner(options).Run(stop.Token);
        return ExitCode.Ok;
    }

    private SettingsDraft SettingsOf(ParseResult arguments, string? file)
    {
        SettingsDraft draft = new();
        if (arguments.GetValue(_serial) == null)
        {
            draft.Set(SettingKey.SiteLimit, DefaultSimulatedAmps, "--site-limit");
            draft.SetNumber(SettingKey.MaxConnectors,
                Math.Max(_simulation.ValueOf(arguments).ConnectorCount, 1), "--connectors");
        }
        if (file != null)
        {
            draft.Read(file);
        }
        if (arguments.GetValue(_siteLimit) is decimal amps)
        {
            draft.Set(SettingKey.SiteLimit, amps, "--site-limit");
        }
        if (arguments.GetValue(_box) is string box)
        {
            draft.SetText(SettingKey.Box, box, "--box");
        }
        if (arguments.GetValue(_password) is string password)
        {
            draft.SetText(SettingKey.HttpPassword, password, "--password");
        }
        if (arguments.GetValue(_mqtt) is string url)
        {
            draft.SetBroker(new Uri(url));
        }
        return draft;
    }

    private static IPEndPoint? HttpOf(string address)
    {
        return address == Off ? null : IPEndPoint.Parse(address);
    }

    private static void CheckMqtt(OptionResult option)
    {
        string text = option.Tokens.Count == 1 ? option.Tokens[0].Value : "";
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Host.Length == 0
            || url.Scheme is not (SettingsDraft.PlainScheme or SettingsDraft.TlsScheme))
        {
            option.AddError($"'{text}' is no broker. Write it as mqtt://host:1883, with a user as "
                + "mqtt://user:password@host:1883.");
        }
    }

    private static void CheckHttp(OptionResult option)
    {
        string text = option.Tokens.Count == 1 ? option.Tokens[0].Value : "";
        if (option.Tokens.Count == 1 && text != Off
            && (!IPEndPoint.TryParse(text, out IPEndPoint? address) || address.Port == 0))
        {
            option.AddError($"'{text}' is no address. Write it as 127.0.0.1:8080, or {Off}.");
        }
    }
}
