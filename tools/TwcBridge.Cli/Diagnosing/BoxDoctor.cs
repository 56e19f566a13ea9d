using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using TwcBridge.Cli.Boxes;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Diagnosing;

/// <summary>Asks a box for everything that can be wrong with it, in the order in which it pays to
/// look: what comes first hides what comes after.</summary>
internal sealed class BoxDoctor
{
    private const int Unauthorised = 401;
    private const int Unavailable = 503;

    private readonly BoxClient _box;

    public BoxDoctor(BoxClient box)
    {
        _box = box;
    }

    public IEnumerable<Finding> Examine()
    {
        Finding reach = Reach();
        yield return reach;
        if (reach.Verdict == Verdict.Wrong)
        {
            yield break;
        }
        BoxAnswer status = _box.Read("api/v1/status");
        if (status.Status == Unauthorised)
        {
            yield return Finding.Wrong("password", "the box wants another one",
                status.Refusal(_box.Address).Message);
            yield break;
        }
        if (status.Status == Unavailable)
        {
            yield break;    // Told already.
        }
        JsonNode state = status.Expect(_box.Address)["box"]!;
        foreach (Finding finding in BusFindings.In(_box.Read("api/v1/bus").Expect(_box.Address)))
        {
            yield return finding;
        }
        foreach (Finding finding in Rest(state, status.Body!["chargers"]!.AsArray()))
        {
            yield return finding;
        }
    }

    private Finding Reach()
    {
        try
        {
            BoxAnswer health = _box.Read("healthz");
            return health.Status == Unavailable
                ? Finding.Wrong("box", $"{_box.Address} answers, but its bus side stands still",
                    "Take its power away and give it back. If that happens again, please report "
                    + "it.")
                : health.IsGood
                    ? Finding.Fine("box", $"{_box.Address} answers")
                    : Finding.Wrong("box", $"what answers at {_box.Address} is no box",
                        health.Refusal(_box.Address).Message);
        }
        catch (RunException fault)
        {
            return Finding.Wrong("box", "no answer", fault.Message);
        }
    }

    private IEnumerable<Finding> Rest(JsonNode state, JsonArray connectors)
    {
        BoxAnswer answer = _box.Read("api/v1/config");
        JsonObject? settings = answer.IsGood ? answer.Body as JsonObject : null;
        return
        [
            LimitFindings.Of(state, connectors, settings),
            NetworkFindings.Wireless(state),
            NetworkFindings.Broker(state, settings),
            NetworkFindings.Clock(state, DateTimeOffset.UtcNow.ToUnixTimeSeconds()),
            NetworkFindings.HomeAssistant(state, settings),
        ];
    }
}
