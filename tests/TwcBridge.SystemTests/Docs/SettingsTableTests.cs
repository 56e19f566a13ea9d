using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.Docs;

/// <summary>docs/settings.md has every setting, with its range and its value in a fresh box. What a
/// setting means is written there by hand.</summary>
[TestClass]
public sealed class SettingsTableTests
{
    private const string Part = "settings";

    private static readonly SettingKey[] Keys = Enum.GetValues<SettingKey>();

    [TestMethod]
    public void The_table_has_every_setting_with_its_range_and_first_value()
    {
        Document document = new("docs/settings.md");
        Dictionary<string, string> meanings = document.RowsOf(Part)
            .ToDictionary(cells => cells[0].Trim('`'), cells => cells[^1]);
        document.ExpectPart(Part,
        [
            "| Setting | Value | Fresh box | Meaning |",
            "| --- | --- | --- | --- |",
            .. Keys.Select(key => RowOf(key, meanings)),
        ]);
    }

    private static string RowOf(SettingKey key, Dictionary<string, string> meanings)
    {
        string name = SettingsTable.NameOf(key);
        string meaning = meanings.GetValueOrDefault(name, "");
        Assert.IsGreaterThan(0, meaning.Length, $"docs/settings.md does not say what {name} means");
        return $"| `{name}` | {RangeOf(key)} | {FirstOf(key)} | {meaning} |";
    }

    private static string RangeOf(SettingKey key)
    {
        int min = SettingsTable.MinOf(key);
        int max = SettingsTable.MaxOf(key);
        return SettingsTable.KindOf(key) switch
        {
            SettingKind.Amps => $"{Amps(min)} to {Amps(max)} A" + OrNull(key),
            SettingKind.Number => $"{min} to {max}",
            SettingKind.Flag => "`true`, `false`",
            SettingKind.Choice =>
                string.Join(", ", SettingsTable.WordsOf(key).Select(word => $"`{word}`")),
            _ when key == SettingKey.Box => $"{min} to {max} letters, digits, `-`, `_`",
            _ when key == SettingKey.HaPrefix => $"{min} to {max} letters, digits, `-`, `_`, `/`",
            _ => $"text, {min} to {max} bytes",
        };
    }

    private static string FirstOf(SettingKey key)
    {
        Settings fresh = new();
        int number = fresh.Number(key);
        return SettingsTable.KindOf(key) switch
        {
            _ when SettingsTable.IsText(key) =>
                fresh.Text(key).Length == 0 ? "empty" : $"`{fresh.Text(key)}`",
            _ when number == SettingsTable.Absent => "`null`",
            SettingKind.Amps => Amps(number) + " A",
            SettingKind.Flag => fresh.Flag(key) ? "`true`" : "`false`",
            SettingKind.Choice => $"`{SettingsTable.WordsOf(key)[number]}`",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string OrNull(SettingKey key)
    {
        return SettingsTable.MayBeAbsent(key) ? ", or `null`" : "";
    }

    private static string Amps(int centiamps)
    {
        return (centiamps / (decimal)Centiamps.PerAmp).ToString(CultureInfo.InvariantCulture);
    }
}
