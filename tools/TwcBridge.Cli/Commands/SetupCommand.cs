using System;
using System.CommandLine;
using System.IO;
using TwcBridge.Cli.Boxes;
using TwcBridge.Cli.Flashing;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Setup;
using TwcBridge.Config;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge setup: from a bare board to a box that is ready, step by step.</summary>
internal sealed class SetupCommand : Command, IHasExamples
{
    private const int DefaultWaitSeconds = 120;

    private readonly FlashArguments _flash = new();
    private readonly HostArguments _box = new();

    private readonly Option<string> _settings = new("--settings")
    {
        HelpName = "FILE",
        Description = "Settings as JSON. What it names is not asked.",
    };

    private readonly Option<string> _clrVersion = new("--clr-version")
    {
        HelpName = "VERSION",
        Description = "The version of nanoFramework's image. Without it the newest.",
    };

    private readonly Option<int> _wait = new("--wait")
    {
        HelpName = "SECONDS",
        Description = "How long the box may take until it answers in the network.",
        DefaultValueFactory = _ => DefaultWaitSeconds,
    };

    private readonly Option<string> _only = new("--only")
    {
        HelpName = "STEP",
        Description = $"Only this step, done before or not: {string.Join(", ", SetupSteps.Names)}.",
    };

    private readonly Option<bool> _again = new("--again")
    {
        Description = "Forgets how far the last set-up came.",
    };

    private readonly Option<string> _state = new("--state")
    {
        HelpName = "FILE",
        Description = "Where it is remembered how far the set-up has come. It holds passwords, "
            + "and is deleted at the end.",
    };

    public SetupCommand()
        : base("setup", "From a bare board to a box that is ready, step by step. It may be "
            + "interrupted anywhere and started again.")
    {
        foreach (Option option in (Option[])[_flash.Serial, _flash.BoardId, _flash.Image,
            _settings, _clrVersion, _box.Host, _box.PasswordFile, _wait, _only, _again, _state,
            _flash.NanoffPath, _flash.Yes])
        {
            Options.Add(option);
        }
        _only.AcceptOnlyFromAmong(SetupSteps.Names);
        SetAction(arguments => (int)Run(arguments));
    }

    public string[] Examples =>
    [
        "twcbridge setup",
        "twcbridge setup --only settings",
        "twcbridge setup --yes --serial /dev/ttyUSB0 --board esp32-devkit --settings box.json "
            + "--host 192.168.1.20",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        string path = arguments.GetValue(_state) ?? Path.Combine(DataFolder.Path, "setup.json");
        if (arguments.GetValue(_again))
        {
            File.Delete(path);
        }
        SetupOptions options = OptionsOf(arguments);
        // Before anything is written, not after minutes of it.
        SetupSettings.Compose(options.SettingsFile, []);
        SetupState state = SetupState.Load(path);
        SetupSteps steps = new(options, state, () => state.Save(path),
            () => _flash.Open(arguments, options.View), () => _flash.ReadImage(arguments));
        SetupRun run = new(state, path, options.View, steps.All);
        if (arguments.GetValue(_only) is string step)
        {
            run.RunOnly(step);
            return ExitCode.Ok;
        }
        run.RunAll();
        Settings settings = SetupSettings.Compose(options.SettingsFile, state.Answers);
        Console.Out.WriteLine();
        Console.Out.WriteLine(Farewell.To(state.Address!, settings));
        return ExitCode.Ok;
    }

    private SetupOptions OptionsOf(ParseResult arguments)
    {
        return new SetupOptions
        {
            Prompter = _flash.Prompter(arguments),
            View = FlashArguments.View(),
            Port = arguments.GetValue(_flash.Serial),
            BoardId = arguments.GetValue(_flash.BoardId),
            SettingsFile = arguments.GetValue(_settings),
            ClrVersion = arguments.GetValue(_clrVersion),
            Host = arguments.GetValue(_box.Host),
            Password = _box.PasswordFrom(arguments),
            WaitSeconds = arguments.GetValue(_wait),
        };
    }
}
