using System;
using System.Globalization;
using System.Text.Json.Nodes;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Boxes;

/// <summary>What a box is at first sight.</summary>
/// <param name="State">In words.</param>
/// <param name="IsLocked">It wants a password that we do not have: the rest is not known.</param>
internal sealed record BoxGlance(
    Uri Address, string Name, string Version, string State, bool IsLocked)
{
    private const int Unauthorised = 401;
    private const string OurRealm = "twcbridge";

    /// <summary>Null when there is nothing, or something else.</summary>
    public static BoxGlance? TryLook(BoxClient box)
    {
        try
        {
            BoxAnswer answer = box.Read("api/v1/status");
            if (answer.Status == Unauthorised
                && answer.Challenge?.Contains(OurRealm, StringComparison.OrdinalIgnoreCase) == true)
            {
                return new BoxGlance(box.Address, "", "", "wants its password", true);
            }
            return answer.IsGood && answer.Body!["box"] is JsonObject state
                && state["box"] is JsonValue name
                ? new BoxGlance(box.Address, name.ToString(), $"{state["version"]}",
                    Describe(state), false)
                : null;
        }
        catch (RunException)
        {
            return null;
        }
    }

    private static string Describe(JsonObject box)
    {
        int connectors = (box["chargers"] as JsonArray)?.Count ?? 0;
        string offered = Amps(box["offered_a"]);
        return $"{box["role"]}, {connectors} connector{(connectors == 1 ? "" : "s")}, "
            + $"offers {offered} of {Amps(box["site_limit_a"])}, "
            + $"{box["diagnosis"]?["code"]}";
    }

    private static string Amps(JsonNode? amps)
    {
        return amps == null
            ? "-"
            : ((decimal)amps).ToString("0.0", CultureInfo.InvariantCulture) + " A";
    }
}
