using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Playwright;
using TwcBridge.SystemTests.EndToEnd;

namespace TwcBridge.SystemTests.Page;

/// <summary>States that no simulated wire gets into within seconds, put into the answers of a real
/// run: each is said in words, and as plainly as it is.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class PageWordsTests
{
    private const string First = "Connector 8204";
    private const string Site = "Whole site";

    private static RunningBox s_box = null!;
    private static WatchedPage s_watched = null!;

    [ClassInitialize]
    public static async Task Start(TestContext context)
    {
        s_box = RunningBox.Start("--connectors", "1");
        s_box.Output.Await("8204: linked", "draws 0.0 A");
        s_watched = await WatchedPage.Prepare();
    }

    [ClassCleanup]
    public static async Task Stop()
    {
        await s_watched.DisposeAsync();
        s_box.Dispose();
    }

    [TestCleanup]
    public Task AlterNothing()
    {
        return s_watched.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
    }

    [TestMethod]
    [DataRow("enabled", "false", "now", "Stopped by a user, but the car is still charging.")]
    [DataRow("charging", "false", "now", "A car is plugged in, but not charging.")]
    [DataRow("status_text", "\"not answering\"", "now", "Does not answer on the bus.")]
    [DataRow("status_text", "\"not answering\"", "state", "No answer")]
    [DataRow("status_text", "\"paused by silence\"", "now",
        "Paused by silence: not heard since, so a car may have come or gone.")]
    [DataRow("fault", "\"reports_error\"", "fault",
        "The connector reports an error of its own. Look at its lights.")]
    [DataRow("fault", "\"draws_more_than_offered\"", "fault", "More is drawn than was offered. "
        + "Check the connector before you rely on the limit.")]
    [DataRow("fault", "\"a_new_one\"", "fault", "a_new_one")]
    [DataRow("failsafe", "true", "note", "Nobody asks for a current: the fail-safe is in force.")]
    [DataRow("session", """{"kwh":3.412,"minutes":91}""", "session", "3.41 kWh in 1 h 31 min")]
    [DataRow("session", """{"kwh":null,"minutes":2}""", "session", "2 min")]
    [DataRow("energy_kwh", "1234.567", "energy", "1234.6 kWh")]
    [DataRow("current_a", "[6.1,null,5.9]", "phases", "6.1 \u00B7 \u2013 \u00B7 5.9 A")]
    [DataRow("serial", "\"<img src=x onerror=alert(1)>\"", "serial",
        "<img src=x onerror=alert(1)>")]
    public async Task Says_of_a_connector(string key, string value, string field, string words)
    {
        await Expect(status => Connector(status)[key] = JsonNode.Parse(value), First, field, words);
    }

    [TestMethod]
    [DataRow("contactor", true, "A stop opens the contactor. A Tesla must then be plugged in "
        + "again.")]
    [DataRow("silence", true, "A stop ends the heartbeats. The contactor then opens as after a "
        + "fault.")]
    [DataRow("vehicle", false, "Stopped by a user. 6.0\u00A0A stays offered, and your helper "
        + "program is asked to stop the car.")]
    [DataRow("minimum", false, "Stopped by a user. A Gen 2 connector cannot offer less than "
        + "6.0\u00A0A, so a car may go on charging at that.")]
    public async Task Says_what_a_stop_does(string stopMode, bool isEnabled, string words)
    {
        await Expect(
            status =>
            {
                status["box"]!["stop_mode"] = stopMode;
                Connector(status)["enabled"] = isEnabled;
            },
            First, "hint", words);
    }

    [TestMethod]
    public async Task Says_who_else_is_on_the_bus()
    {
        await Expect(
            status =>
            {
                status["box"]!["role"] = "standing_down";
                status["box"]!["rival"] = "1a2b";
            },
            Site, "note", "Another controller (1a2b) is on the bus. Only one may offer current, "
                + "so this box is silent.");
    }

    [TestMethod]
    public async Task Says_what_is_wrong_with_the_wiring()
    {
        await Expect(
            status => status["box"]!["diagnosis"] = JsonNode.Parse(
                """{"code":"not_heard","text":"It does not hear us.","id":"8204"}"""),
            Site, "trouble", "Bus: It does not hear us. (8204)");
    }

    [TestMethod]
    public async Task A_limit_cannot_be_set_where_it_would_have_no_effect()
    {
        await s_watched.Alter("status", status => status["box"]!["role"] = "passive");
        await s_watched.Page.GotoAsync(s_box.Page.AbsoluteUri);
        await Assertions.Expect(s_watched.Card(First).GetByRole(AriaRole.Slider))
            .ToBeDisabledAsync();
    }

    private static JsonNode Connector(JsonNode status)
    {
        return status["chargers"]![0]!;
    }

    private static async Task Expect(
        Action<JsonNode> change, string card, string field, string words)
    {
        await s_watched.Alter("status", change);
        await s_watched.Page.GotoAsync(s_box.Page.AbsoluteUri);
        await s_watched.Expect(s_watched.Card(card), field, words);
    }
}
