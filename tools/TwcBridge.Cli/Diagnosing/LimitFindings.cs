using System.Linq;
using System.Text.Json.Nodes;
using TwcBridge.Cli.Setup;

namespace TwcBridge.Cli.Diagnosing;

/// <summary>Whether the limits can hold, and whether they do.</summary>
internal static class LimitFindings
{
    private const string Subject = "limits";

    /// <param name="settings">Null where the box does not tell them.</param>
    public static Finding Of(JsonNode state, JsonArray connectors, JsonObject? settings)
    {
        decimal site = (decimal)state["site_limit_a"]!;
        if (connectors.FirstOrDefault(connector => connector!["fault"] != null) is JsonNode faulty)
        {
            return Finding.Wrong(Subject, $"{faulty["id"]}: {faulty["fault"]}",
                "site_limit_too_small: the site limit does not carry the least that all connectors "
                + "need; raise it if the breaker allows. What a connector takes beyond its offer "
                + "it takes in spite of us: look at its rotary switch, it must be at F.");
        }
        if ((decimal)state["offered_a"]! > site || (long)state["bus"]!["sends_refused"]! > 0)
        {
            return Finding.Wrong(Subject, "the box has kept a frame of its own from the wire",
                "That is a defect: please report it, with GET /api/v1/bus.");
        }
        string text = $"{state["offered_a"]} of {site} A are offered; {site} A are for a breaker "
            + $"of {site / SetupQuestions.BreakerShare:0.#} A or more";
        decimal failsafe = settings?["failsafe_amps"] is JsonNode amps ? (decimal)amps : 0;
        return failsafe * connectors.Count > site
            ? Finding.Doubtful(Subject, text,
                $"The fail-safe of {failsafe} A for each of {connectors.Count} connectors is more "
                + "than the site limit: it is shared then.")
            : Finding.Fine(Subject, text);
    }
}
