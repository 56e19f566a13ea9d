using System;
using System.IO;
using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.Cli.Running;

/// <summary>Settings put together from a file and the command line, each refused by its name.
/// </summary>
internal sealed class SettingsDraft
{
    /// <summary>Schemes of a broker's address.</summary>
    public const string PlainScheme = "mqtt";
    public const string TlsScheme = "mqtts";

    private readonly Settings _settings = new();

    public Settings Settings => _settings;

    public void Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new RunException(ExitCode.CannotOpen,
                $"there is no file '{file}'. To begin with, {{}} in it is enough.");
        }
        Read(File.ReadAllBytes(file), file);
    }

    /// <param name="name">How the user knows these bytes.</param>
    public void Read(byte[] bytes, string name)
    {
        SettingsReader reader = new();
        SettingsProblem problem = reader.Read(bytes, bytes.Length, _settings);
        if (problem != SettingsProblem.None)
        {
            throw new RunException(ExitCode.BadInput, $"{name}: {Explain(reader)}");
        }
    }

    /// <param name="option">How the user calls it.</param>
    public void Set(SettingKey key, decimal amps, string option)
    {
        decimal centiamps = amps * Centiamps.PerAmp;
        if (centiamps != decimal.Truncate(centiamps) || centiamps < 0
            || centiamps > int.MaxValue || !_settings.TrySet(key, (int)centiamps))
        {
            throw new RunException(ExitCode.Usage, $"{option} must be {RangeOf(key)}");
        }
    }

    public void SetNumber(SettingKey key, int value, string option)
    {
        if (!_settings.TrySet(key, value))
        {
            throw new RunException(ExitCode.Usage, $"{option} must be {RangeOf(key)}");
        }
    }

    public void SetText(SettingKey key, string text, string option)
    {
        if (!_settings.TrySet(key, text))
        {
            throw new RunException(ExitCode.Usage, $"{option} must be {RangeOf(key)}");
        }
    }

    public void SetBroker(Uri url)
    {
        const string Option = "--mqtt";
        string[] user = url.UserInfo.Split(':', 2);
        SetText(SettingKey.MqttHost, url.Host, Option);
        SetText(SettingKey.MqttUser, Uri.UnescapeDataString(user[0]), Option);
        SetText(SettingKey.MqttPassword,
            user.Length > 1 ? Uri.UnescapeDataString(user[1]) : "", Option);
        SetNumber(SettingKey.MqttPort, url.IsDefaultPort ? 0 : url.Port, Option);
        SetNumber(SettingKey.MqttTls, url.Scheme == TlsScheme ? 1 : 0, Option);
    }

    public Settings Finish()
    {
        if (!_settings.IsConsistent(out SettingKey blamed))
        {
            throw new RunException(ExitCode.Usage, Conflict(SettingsTable.NameOf(blamed)));
        }
        return _settings;
    }

    private static string Explain(SettingsReader reader)
    {
        switch (reader.Problem)
        {
            case SettingsProblem.NotJson:
                return $"no JSON object; it goes wrong at byte {reader.Position}";
            case SettingsProblem.UnknownKey:
                return $"there is no setting '{reader.Key}'";
            case SettingsProblem.DuplicateKey:
                return $"'{reader.Key}' is given twice";
            case SettingsProblem.Inconsistent:
                return Conflict(reader.Key);
            default:
                return $"'{reader.Key}' must be {RangeOf(KeyOf(reader.Key))}";
        }
    }

    private static string Conflict(string name)
    {
        return KeyOf(name) switch
        {
            SettingKey.MqttUser => "mqtt_password needs an mqtt_user",
            SettingKey.WifiPassword or SettingKey.SetupPassword or SettingKey.HttpPassword =>
                $"{name} is too short: empty, or at least {SettingsTable.MinWpaLength} bytes",
            _ => $"{name} is above site_limit_amps",
        };
    }

    private static SettingKey KeyOf(string name)
    {
        int key = 0;
        while (SettingsTable.NameOf((SettingKey)key) != name)
        {
            key++;
        }
        return (SettingKey)key;
    }

    private static string RangeOf(SettingKey key)
    {
        int min = SettingsTable.MinOf(key);
        int max = SettingsTable.MaxOf(key);
        return SettingsTable.KindOf(key) switch
        {
            SettingKind.Amps => "an amount from "
                + $"{min / Centiamps.PerAmp} to {max / Centiamps.PerAmp} A"
                + (SettingsTable.MayBeAbsent(key) ? ", or null" : ""),
            SettingKind.Number => $"a whole number from {min} to {max}",
            SettingKind.Flag => "true or false",
            SettingKind.Choice => $"one of {string.Join(", ", SettingsTable.WordsOf(key))}",
            _ when key == SettingKey.Box =>
                $"{min} to {max} letters, digits, - and _",
            _ when key == SettingKey.HaPrefix =>
                $"{min} to {max} letters, digits, -, _ and /",
            _ => $"a text of {min} to {max} bytes",
        };
    }
}
