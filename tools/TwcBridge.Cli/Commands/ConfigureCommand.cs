using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using TwcBridge.Cli.Asking;
using TwcBridge.Cli.Boxes;
using TwcBridge.Cli.Configuring;
using TwcBridge.Cli.Flashing;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;
using TwcBridge.Config;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge configure: the settings of a box, over the network or at its USB port.
/// </summary>
internal sealed class ConfigureCommand : Command, IHasExamples
{
    private const string StandardOutput = "-";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly HostArguments _box = new();
    private readonly FlashArguments _flash = new();

    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "KEY=VALUE",
        Description = "Changes one setting. More than one may follow.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _ask = new("--ask")
    {
        HelpName = "KEY",
        Description = "Asks for a setting, so that a password stands in no history.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _import = new("--import")
    {
        HelpName = "FILE",
        Description = "Settings as JSON. Those that it does not name stay as they are on a box "
            + "in the network, and are those of a fresh box at a USB port.",
    };

    private readonly Option<string> _export = new("--export")
    {
        HelpName = "FILE",
        Description = "Writes the settings of the box into a file, without its passwords; - is "
            + "standard output.",
    };

    private readonly Option<string> _authority = new("--mqtt-ca")
    {
        HelpName = "FILE",
        Description = "The certificate (PEM) of who has signed the broker's, to a box in the "
            + $"network; {Authority.None} takes it away.",
    };

    private readonly Option<bool> _restart = new("--restart")
    {
        Description = "Starts a box in the network anew, after its changes.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "JSON instead of lines." };

    public ConfigureCommand()
        : base("configure", "Shows and changes the settings of a box.")
    {
        _box.AddTo(this);
        foreach (Option option in (Option[])[_flash.Serial, _set, _ask, _import, _export,
            _authority, _restart, _json, _flash.NanoffPath, _flash.Yes])
        {
            Options.Add(option);
        }
        _set.Validators.Add(SettingWords.Check);
        _ask.Validators.Add(SettingWords.Check);
        Validators.Add(CheckWhere);
        SetAction(arguments => (int)Run(arguments));
    }

    public string[] Examples =>
    [
        "twcbridge configure --host 192.168.1.20",
        "twcbridge configure --host 192.168.1.20 --set site_limit_amps=20 default_amps=null",
        "twcbridge configure --host 192.168.1.20 --ask mqtt_password",
        "twcbridge configure --host 192.168.1.20 --export box.json",
        "twcbridge configure --serial COM5 --import box.json",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        using BoxClient? box = _box.Open(arguments);
        if (box == null)
        {
            WriteToBoard(arguments);
            return ExitCode.Ok;
        }
        if (arguments.GetValue(_export) is string file)
        {
            Save(file, BoxSettings.Export(box).ToJsonString(Indented) + "\n");
            return ExitCode.Ok;
        }
        WriteToBox(box, arguments);
        return ExitCode.Ok;
    }

    private void WriteToBox(BoxClient box, ParseResult arguments)
    {
        BoxSettings settings = BoxSettings.Read(box);
        JsonObject changes = Changes(arguments);
        bool restarts = arguments.GetValue(_restart);
        string? authority = arguments.GetValue(_authority);
        Authority.Send(box, authority);
        if (changes.Count > 0)
        {
            settings.Check(changes);
            Change(settings, changes, arguments.GetValue(_json), restarts);
        }
        else if (!restarts && authority == null)
        {
            Show(settings.Values, arguments.GetValue(_json));
        }
        if (restarts)
        {
            BoxSettings.Restart(box);
        }
    }

    private void WriteToBoard(ParseResult arguments)
    {
        StepView view = FlashArguments.View(arguments.GetValue(_json));
        JsonObject changes = Changes(arguments);
        string json = SettingsJson.Write(
            SettingsJson.Read(changes.ToJsonString(), arguments.GetValue(_import) ?? "settings"));
        Flasher flasher = _flash.Open(arguments, view);
        string port = flasher.FindPort(
            arguments.GetValue(_flash.Serial), _flash.Prompter(arguments));
        flasher.WriteSettings(port, json);
        flasher.Restart(port);
        view.Tell("The board takes them over now. Whether it has is told over the network: "
            + "twcbridge configure --host ADDRESS");
    }

    private JsonObject Changes(ParseResult arguments)
    {
        JsonObject changes = arguments.GetValue(_import) is string file
            ? SettingsJson.WithoutHidden(SettingsJson.Parse(File.ReadAllText(file), file))
            : [];
        foreach (string word in arguments.GetValue(_set) ?? [])
        {
            string[] parts = word.Split('=', 2);
            changes[parts[0]] = SettingsJson.ValueOf(
                SettingsJson.KeyNamed(parts[0])!.Value, parts[1]);
        }
        foreach (string name in arguments.GetValue(_ask) ?? [])
        {
            SettingKey key = SettingsJson.KeyNamed(name)!.Value;
            string answer = _flash.Prompter(arguments).Ask(new Question(name, "--import FILE")
            {
                IsSecret = SettingsTable.KindOf(key) == SettingKind.Secret,
            });
            changes[name] = SettingsJson.ValueOf(key, answer);
        }
        return changes;
    }

    private static void Change(
        BoxSettings settings, JsonObject changes, bool isJson, bool restarts)
    {
        string[] differing = settings.Differing(changes);
        bool isLate = differing.Length > 0 && settings.Write(changes);
        if (isJson)
        {
            JsonLine.Write(Console.Out, json =>
            {
                json.WriteStartArray("changed");
                Array.ForEach(differing, json.WriteStringValue);
                json.WriteEndArray();
                json.WriteBoolean("restartRequired", isLate);
            });
            return;
        }
        Console.Out.WriteLine(differing.Length == 0
            ? "Nothing to change: they are like that already."
            : $"Changed: {string.Join(", ", differing)}.");
        if (isLate && !restarts)
        {
            Console.Out.WriteLine("Not all of it is in force before the next start of the box: "
                + "--restart starts it now.");
        }
    }

    private static void Show(JsonObject values, bool isJson)
    {
        if (isJson)
        {
            Console.Out.WriteLine(values.ToJsonString());
            return;
        }
        foreach (string line in BoxSettings.Lines(values))
        {
            Console.Out.WriteLine(line);
        }
    }

    private static void Save(string file, string text)
    {
        if (file == StandardOutput)
        {
            Console.Out.Write(text);
            return;
        }
        DataFolder.WritePrivate(file, text);
    }

    private void CheckWhere(CommandResult command)
    {
        bool hasHost = command.GetResult(_box.Host) != null;
        if (hasHost == (command.GetResult(_flash.Serial) != null))
        {
            command.AddError(
                "Choose one box: --host ADDRESS, or --serial PORT for a board at USB.");
        }
        else if (!hasHost)
        {
            CheckBoard(command);
        }
    }

    private void CheckBoard(CommandResult command)
    {
        if ((command.GetResult(_export) ?? command.GetResult(_authority)) != null)
        {
            command.AddError("This goes over the network only, not to a board at USB. Use --host.");
        }
        else if (command.GetResult(_import) == null && command.GetResult(_set) == null
            && command.GetResult(_ask) == null)
        {
            command.AddError("Name the settings: --import FILE or --set KEY=VALUE.");
        }
    }
}
