using System;
using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using TwcBridge.Cli.Boxes;
using TwcBridge.Cli.Monitoring;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;
using TwcBridge.Cli.Simulation;
using TwcBridge.Messages;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge monitor: what is said on the bus, live or from a capture.</summary>
internal sealed class MonitorCommand : Command, IHasExamples
{
    private const string StandardInput = "-";

    private readonly HostArguments _box = new();
    private readonly Option<int?> _seconds = Duration.Option();

    private readonly Option<string> _serial = new("--serial")
    {
        HelpName = "DEVICE",
        Description = "An RS-485 adapter that listens beside the controller.",
    };

    private readonly Option<string> _capture = new("--capture")
    {
        HelpName = "FILE",
        Description = "Traffic that was recorded; - reads standard input.",
    };

    private readonly Option<string[]> _ids = new("--id")
    {
        HelpName = "ID",
        Description = "Only frames from or to these ids, as 8204.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _messages = new("--message")
    {
        HelpName = "NAME",
        Description = "Only these messages: heartbeat, heartbeat-answer, meter-answer ...",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _errors = new("--errors")
    {
        Description = "Only frames that are refused, or that must never be sent.",
    };

    private readonly Option<bool> _quiet = new("--quiet")
    {
        Description = "No frames: the diagnosis when it changes, and the numbers at the end.",
    };

    private readonly Option<bool> _hex = new("--hex")
    {
        Description = "The bytes of the wire behind each line.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "One JSON object a line.",
    };

    private readonly Option<ColorChoice> _color = new("--color")
    {
        HelpName = "auto|always|never",
        Description = "Coloured lines. NO_COLOR means never.",
    };

    private readonly Option<string> _record = new("--record")
    {
        HelpName = "FILE",
        Description = "Writes all traffic into a capture that decode and monitor read.",
    };

    public MonitorCommand()
        : base("monitor", "Shows what is said on the bus. It only listens and never sends.")
    {
        Options.Add(_serial);
        _box.AddTo(this);
        foreach (Option option in (Option[])[_capture, _ids, _messages, _errors, _quiet, _hex,
            _json, _color, _record, _seconds])
        {
            Options.Add(option);
        }
        _messages.CompletionSources.Add(_ => TrafficFilter.MessageNames.Select(
            name => new CompletionItem(name)));
        _ids.Validators.Add(CheckIds);
        _messages.Validators.Add(CheckMessages);
        Validators.Add(CheckSource);
        SetAction(arguments => (int)Run(arguments));
    }

    public string[] Examples =>
    [
        "twcbridge monitor --serial /dev/ttyUSB0",
        "twcbridge monitor --serial /dev/ttyUSB0 --quiet --for 60",
        "twcbridge monitor --host 192.168.1.20 --id 8204 --message heartbeat heartbeat-answer",
        "twcbridge monitor --capture bus.txt --errors --hex",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        MonitorOptions options = OptionsOf(arguments);
        IMonitorView view = options.IsJson
            ? new JsonMonitorView(Console.Out, options.IsQuiet)
            : new TextMonitorView(Console.Out, options);
        using StopSignal signal = new();
        using CancellationTokenSource stop =
            CancellationTokenSource.CreateLinkedTokenSource(signal.Token);
        using ITrafficSource source = Open(arguments);
        using TrafficDesk desk = new(options, view);
        desk.Begin(source);
        if (options.Seconds is int seconds)
        {
            stop.CancelAfter(TimeSpan.FromSeconds(seconds));
        }
        try
        {
            source.Run(desk, stop.Token);
        }
        finally
        {
            desk.End();     // What was counted until the adapter was pulled out is worth showing.
        }
        return ExitCode.Ok;
    }

    private ITrafficSource Open(ParseResult arguments)
    {
        if (arguments.GetValue(_serial) is string device)
        {
            return new LineTraffic(SerialPort.Open(device));
        }
        if (arguments.GetValue(_capture) is string file)
        {
            return file == StandardInput
                ? new CaptureTraffic(Console.In, "standard input")
                : new CaptureTraffic(new StreamReader(file, Encoding.UTF8), file);
        }
        return new BoxTraffic(_box.Open(arguments)!);
    }

    private MonitorOptions OptionsOf(ParseResult arguments)
    {
        return new MonitorOptions
        {
            Filter = new TrafficFilter
            {
                Ids = (arguments.GetValue(_ids) ?? []).Select(IdOf).OfType<int>().ToArray(),
                Kinds = (arguments.GetValue(_messages) ?? [])
                    .Select(TrafficFilter.KindNamed).OfType<MessageKind>().ToArray(),
                ErrorsOnly = arguments.GetValue(_errors),
            },
            RecordFile = arguments.GetValue(_record),
            Seconds = arguments.GetValue(_seconds),
            IsJson = arguments.GetValue(_json),
            IsQuiet = arguments.GetValue(_quiet),
            ShowsHex = arguments.GetValue(_hex),
            Color = arguments.GetValue(_color),
        };
    }

    private static int? IdOf(string text)
    {
        return text.Length == 4 && int.TryParse(text, NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture, out int id) ? id : null;
    }

    private static void CheckIds(OptionResult ids)
    {
        foreach (Token id in ids.Tokens.Where(id => IdOf(id.Value) == null))
        {
            ids.AddError($"'{id.Value}' is no id. An id has four hex digits: --id 8204.");
        }
    }

    private static void CheckMessages(OptionResult messages)
    {
        foreach (Token name in messages.Tokens
            .Where(name => TrafficFilter.KindNamed(name.Value) == null))
        {
            messages.AddError($"No message '{name.Value}'. There are: "
                + $"{string.Join(", ", TrafficFilter.MessageNames)}.");
        }
    }

    private void CheckSource(CommandResult command)
    {
        Option[] sources = [_serial, _box.Host, _capture];
        if (sources.Count(source => command.GetResult(source) != null) != 1)
        {
            command.AddError("Choose one source: --serial DEVICE, --host ADDRESS or "
                + "--capture FILE.");
        }
    }
}
