using System;
using System.Collections.Generic;
using System.Globalization;
using TwcBridge.Cli.Asking;
using TwcBridge.Cli.Configuring;
using TwcBridge.Cli.Flashing;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;
using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.Cli.Setup;

/// <summary>What only the owner knows, asked once. Answers are checked by the firmware's own rules
/// as they are given.</summary>
internal sealed class SetupQuestions
{
    /// <summary>Continuous load: a breaker carries four fifths of what stands on it.</summary>
    public const decimal BreakerShare = 0.8m;

    private const string BreakerName = "breaker_amps";
    private const string OwnBreakerName = "connector_breaker_amps";

    private readonly SetupOptions _options;
    private readonly SetupState _state;
    private readonly Action _save;
    private readonly HashSet<string> _given;

    /// <param name="given">Settings that stand in the file, and are not asked.</param>
    public SetupQuestions(
        SetupOptions options, SetupState state, HashSet<string> given, Action save)
    {
        _options = options;
        _state = state;
        _given = given;
        _save = save;
    }

    public void Ask(Board board)
    {
        AskFor(SettingKey.Box, "Name of the box, a part of its topics", NameFromMac());
        if (board.IsWireless)
        {
            AskFor(SettingKey.WifiSsid, "Wi-Fi: name of the network", null);
            AskFor(SettingKey.WifiPassword, "Wi-Fi: its password (empty for an open network)", "");
        }
        AskBreakers();
        AskFor(SettingKey.MaxConnectors, "How many Wall Connectors", "1");
        AskFor(SettingKey.FailsafeAmps,
            "Amps for each connector while nobody gives orders (6 to go on, 0 to stop)", "6");
        AskFor(SettingKey.MqttHost, "MQTT: address of the broker (empty for none)", "");
        if (TextOf(SettingKey.MqttHost).Length > 0)
        {
            AskFor(SettingKey.MqttPort, "MQTT: its port (0 for the usual one)", "0");
            AskFor(SettingKey.MqttUser, "MQTT: user (empty for none)", "");
            if (TextOf(SettingKey.MqttUser).Length > 0)
            {
                AskFor(SettingKey.MqttPassword, "MQTT: its password", "");
            }
        }
    }

    /// <summary>The answer to a setting that was asked; empty for none.</summary>
    public string TextOf(SettingKey key)
    {
        return _state.Answers.GetValueOrDefault(SettingsTable.NameOf(key), "");
    }

    private void AskBreakers()
    {
        AskBreaker(SettingKey.SiteLimit, BreakerName,
            "Breaker of the line that feeds all connectors, in A", null);
        AskBreaker(SettingKey.ConnectorLimit, OwnBreakerName,
            "Breaker of each single connector, in A",
            _state.Answers.GetValueOrDefault(BreakerName));
    }

    private void AskBreaker(SettingKey key, string name, string text, string? proposal)
    {
        if (_given.Contains(SettingsTable.NameOf(key)) || _state.Answers.ContainsKey(name))
        {
            return;
        }
        string answer = _options.Prompter.Ask(new Question(text, $"--settings with "
            + SettingsTable.NameOf(key))
        {
            Default = proposal,
            Fault = words => ShareOf(words) is decimal share
                ? FaultOf(key, Text(share))
                : "a number of amps, as 32",
        });
        decimal limit = ShareOf(answer)!.Value;
        _options.View.Tell(Ink.Notable,
            $"      {answer} A x {Text(BreakerShare)} = {Text(limit)} A: "
            + SettingsTable.NameOf(key));
        Keep(SettingsTable.NameOf(key), Text(limit));
        Keep(name, answer);
    }

    private void AskFor(SettingKey key, string text, string? proposal)
    {
        string name = SettingsTable.NameOf(key);
        if (_given.Contains(name) || _state.Answers.ContainsKey(name))
        {
            return;
        }
        Keep(name, _options.Prompter.Ask(new Question(text, $"--settings with {name}")
        {
            Default = proposal,
            IsSecret = SettingsTable.KindOf(key) == SettingKind.Secret,
            Fault = answer => FaultOf(key, answer),
        }));
    }

    private void Keep(string name, string answer)
    {
        _state.Answers[name] = answer;
        _save();
    }

    // Judged beside what was answered before, so that a fail-safe above the site limit is refused
    // at once.
    private string? FaultOf(SettingKey key, string answer)
    {
        try
        {
            SetupSettings.Compose(_options.SettingsFile, _state.Answers,
                (SettingsTable.NameOf(key), answer));
            return null;
        }
        catch (RunException fault)
        {
            return fault.Message;
        }
    }

    // As the box would call itself.
    private string NameFromMac()
    {
        string digits = (_state.Mac ?? "").Replace(":", "").ToLowerInvariant();
        const int NameLength = 6;
        return digits.Length > NameLength ? digits[^NameLength..] : new Settings().Text(
            SettingKey.Box);
    }

    // Down to whole centiamps: never more than four fifths.
    private static decimal? ShareOf(string breaker)
    {
        return decimal.TryParse(breaker, NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out decimal amps)
            ? decimal.Floor(amps * BreakerShare * Centiamps.PerAmp) / Centiamps.PerAmp
            : null;
    }

    private static string Text(decimal number)
    {
        return number.ToString("0.##", CultureInfo.InvariantCulture);
    }
}
