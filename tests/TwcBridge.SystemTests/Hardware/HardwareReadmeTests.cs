using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using TwcBridge.Diagnostics;
using TwcBridge.SystemTests.Docs;
using TwcBridge.SystemTests.Firmware;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Hardware;

/// <summary>hardware/README.md: its tables are written by these tests, but for what to do.
/// </summary>
[TestClass]
public sealed class HardwareReadmeTests
{
    private const string Readme = "hardware/README.md";

    private static readonly (string Job, string Title)[] Pins =
    [
        ("tx", "TX"), ("rx", "RX"), ("de", "DE"), ("led", "LED"), ("button", "button"),
        ("watchdog", "watchdog"),
    ];

    [TestMethod]
    public void The_table_of_pins_is_that_of_the_boards()
    {
        new Document(Readme).ExpectPart("pins",
        [
            "| Board | " + string.Join(" | ", Pins.Select(pin => pin.Title)) + " |",
            "| --- |" + string.Concat(Pins.Select(_ => " --- |")),
            .. NfTargets.Boards.Select(RowOf),
        ]);
    }

    [TestMethod]
    public void The_table_of_the_LED_is_what_the_LED_shows_the_gravest_first()
    {
        Document readme = new(Readme);
        Dictionary<string, string> words = readme.RowsOf("LED")
            .ToDictionary(cells => cells[2], cells => cells[^1]);
        BoxCondition[] conditions = [.. GravestFirst()];
        CollectionAssert.AreEquivalent(Enum.GetValues<BoxCondition>(), conditions);
        readme.ExpectPart("LED",
        [
            "| LED | Again after | State | It means |",
            "| --- | --- | --- | --- |",
            .. conditions.Select(condition => RowOf(condition, words)),
        ]);
    }

    [TestMethod]
    [DataRow(Readme)]
    [DataRow("hardware/first-evening.md")]
    public void Every_link_leads_somewhere(string path)
    {
        string folder = Path.GetDirectoryName(Repository.Absolute(path))!;
        Expect.Nothing(Regex.Matches(new Document(path).Text, @"\]\(([^)#:]+)(#[^)]*)?\)")
            .Select(link => link.Groups[1].Value)
            .Where(target => !Path.Exists(Path.Combine(folder, target))));
    }

    private static string RowOf(JsonElement board)
    {
        IEnumerable<string> pins = Pins
            .Select(pin => NfTargets.Pin(board, pin.Job)?.ToString() ?? "-");
        return $"| `{NfTargets.Text(board, "id")}` | {string.Join(" | ", pins)} |";
    }

    private static string RowOf(BoxCondition condition, Dictionary<string, string> words)
    {
        string name = Regex.Replace(condition.ToString(), "(?<!^)(?=[A-Z])", " ")
            .ToLowerInvariant();
        string meaning = words.GetValueOrDefault(name, "");
        Assert.IsGreaterThan(0, meaning.Length, $"{Readme} does not say what '{name}' means");
        int periodMs = PeriodMs(condition);
        int flashes = Enumerable.Range(periodMs, periodMs).Count(atMs =>
            BlinkCode.IsLit(condition, atMs) && !BlinkCode.IsLit(condition, atMs - 1));
        string dots = string.Join(' ', Enumerable.Repeat("●", flashes));
        string period = (periodMs / 1000m).ToString("0.0", CultureInfo.InvariantCulture);
        return $"| {dots} | {period} s | {name} | {meaning} |";
    }

    /// <summary>After how long the light repeats itself, found by looking at it.</summary>
    private static int PeriodMs(BoxCondition condition)
    {
        const int WatchedMs = 12_000;
        return Enumerable.Range(1, WatchedMs).First(periodMs => Enumerable.Range(0, WatchedMs)
            .All(atMs => BlinkCode.IsLit(condition, atMs)
                == BlinkCode.IsLit(condition, atMs + periodMs)));
    }

    /// <summary>Everything is wrong at first, and what is shown is mended, one after another.
    /// </summary>
    private static IEnumerable<BoxCondition> GravestFirst()
    {
        ConditionFacts facts = new()
        {
            IsStalled = true, HasRival = true, IsAccessPointOpen = true,
        };
        while (facts.Condition() != BoxCondition.Well)
        {
            BoxCondition shown = facts.Condition();
            yield return shown;
            Mend(facts, shown);
            Assert.AreNotEqual(shown, facts.Condition());
        }
        yield return BoxCondition.Well;
    }

    private static void Mend(ConditionFacts facts, BoxCondition shown)
    {
        facts.IsStalled &= shown != BoxCondition.Stalled;
        facts.HasRival &= shown != BoxCondition.Rival;
        facts.IsAccessPointOpen &= shown != BoxCondition.SetUp;
        facts.HasNetwork |= shown == BoxCondition.NoNetwork;
        facts.HasBroker |= shown == BoxCondition.NoBroker;
        facts.HasConnector |= shown == BoxCondition.NoConnector;
    }
}
