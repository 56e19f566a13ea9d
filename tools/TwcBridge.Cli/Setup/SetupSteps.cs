using System;
using System.Collections.Generic;
using TwcBridge.Cli.Configuring;
using TwcBridge.Cli.Flashing;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;
using TwcBridge.Config;

namespace TwcBridge.Cli.Setup;

/// <summary>From a bare board to a box that charges, in steps that know nothing of each other but
/// what the state holds.</summary>
internal sealed class SetupSteps
{
    private readonly SetupOptions _options;
    private readonly SetupState _state;
    private readonly Action _save;
    private readonly Lazy<Flasher> _flasher;
    private readonly Func<DeploymentImage> _image;

    /// <param name="flasher">Made when the first step needs it.</param>
    /// <param name="image">Read when the first step needs it.</param>
    public SetupSteps(SetupOptions options, SetupState state, Action save,
        Func<Flasher> flasher, Func<DeploymentImage> image)
    {
        _options = options;
        _state = state;
        _save = save;
        _flasher = new Lazy<Flasher>(flasher);
        _image = image;
    }

    public static string[] Names { get; } =
        ["port", "board", "image", "application", "questions", "settings", "find", "check"];

    public IReadOnlyList<SetupStep> All =>
    [
        new("port", "1 of 8  The port", FindPort),
        new("board", "2 of 8  The board", ChooseBoard),
        new("image", "3 of 8  nanoFramework", WriteImage),
        new("application", "4 of 8  The application", WriteApplication),
        new("questions", "5 of 8  Questions", Ask),
        new("settings", "6 of 8  The settings", WriteSettings),
        new("find", "7 of 8  The box in the network", Find),
        new("check", "8 of 8  Whether it took them over", Check),
    ];

    private string Port => _options.Port ?? _state.Port ?? throw Missing("port");

    private Board Board => BoardCatalog.Known.Named(_state.Board ?? throw Missing("board"))!;

    private Settings Settings =>
        SetupSettings.Compose(_options.SettingsFile, _state.Answers);

    private void FindPort()
    {
        _state.Port = _flasher.Value.FindPort(_options.Port, _options.Prompter);
    }

    private void ChooseBoard()
    {
        ChipDetails chip = _flasher.Value.ReadChip(Port);
        Board board = BoardChoice.Of(chip, _options.BoardId, _options.Prompter);
        _state.Board = board.Id;
        _state.Mac = chip.Mac;
        _options.View.Tell(Ink.Notable, $"      {board.Name}: {board.Notes}");
    }

    private void WriteImage()
    {
        BoardDetails? found = _flasher.Value.TryReadBoard(Port);
        if (found != null && Fitness.OfClr(found, Board, BoardCatalog.Known.Clr).Count == 0)
        {
            _options.View.Tell(Ink.Notable, "      an image that fits is there already");
            return;
        }
        _ = _image();       // Nothing is erased for an application that is not there.
        ConfirmErasing();
        _flasher.Value.WriteClr(Port, Board, _options.ClrVersion);
        _flasher.Value.CheckClr(_flasher.Value.ReadBoard(Port), Board);
    }

    // Once for this very board.
    private void ConfirmErasing()
    {
        const string Consent = "erase";
        if (_state.Answers.GetValueOrDefault(Consent) == _state.Mac)
        {
            return;
        }
        if (!_options.Prompter.Confirm("Everything on the board will be erased. Go on?", "--yes"))
        {
            throw new RunException(ExitCode.Stopped, "nothing was changed.");
        }
        _state.Answers[Consent] = _state.Mac ?? "";
        _save();
    }

    private void WriteApplication()
    {
        DeploymentImage image = _image();
        BoardDetails found = _flasher.Value.ReadBoard(Port);
        _flasher.Value.CheckClr(found, Board);
        _flasher.Value.Deploy(Port, image, found);
    }

    private void Ask()
    {
        new SetupQuestions(_options, _state, SetupSettings.NamesIn(_options.SettingsFile), _save)
            .Ask(Board);
        AdminPassword.MakeUnlessGiven(_options, _state, _save);
        _ = Settings;
    }

    private void WriteSettings()
    {
        _flasher.Value.WriteSettings(Port, SettingsJson.Write(Settings));
        _flasher.Value.Restart(Port);
    }

    private void Find()
    {
        _state.Address = new BoxFinder(_options, Settings).Find(_state.Address);
    }

    private void Check()
    {
        new BoxFinder(_options, Settings).Check(
            new Uri(_state.Address ?? throw Missing("find")));
    }

    private static RunException Missing(string step)
    {
        return new RunException(ExitCode.Usage,
            $"the step before is missing: twcbridge setup --only {step}");
    }
}
