using System;
using System.Net;
using System.Text.Json.Nodes;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Boxes;

/// <summary>What a box answered.</summary>
/// <param name="Tag">ETag; null without one.</param>
/// <param name="Body">Null where it is no JSON.</param>
/// <param name="Challenge">What it says of the password that it wants; null where it wants none.
/// </param>
internal sealed record BoxAnswer(int Status, string? Tag, JsonNode? Body, string? Challenge)
{
    public bool IsGood => Status is >= 200 and < 300 && Body != null;

    public string Code => Text("code");

    /// <summary>Why the box refuses, in its own words.</summary>
    public string Message => Text("message");

    /// <summary>The key that it refuses; empty for none.</summary>
    public string Field => Text("field");

    public JsonNode Expect(Uri address)
    {
        return IsGood ? Body! : throw Refusal(address);
    }

    public RunException Refusal(Uri address)
    {
        string words = Message.Length > 0 ? $" It says: {Message}" : "";
        return (HttpStatusCode)Status switch
        {
            HttpStatusCode.Unauthorized => new RunException(ExitCode.Refused,
                $"{address} wants another password. Give it with --password-file FILE or in "
                + "TWCBRIDGE_PASSWORD; one that was forgotten is set anew with twcbridge setup."),
            HttpStatusCode.TooManyRequests => new RunException(ExitCode.Refused,
                $"{address} was told too many wrong passwords. Wait a minute."),
            HttpStatusCode.PreconditionFailed => new RunException(ExitCode.Refused,
                $"the settings of {address} were changed by somebody else meanwhile. Start again."),
            HttpStatusCode.MisdirectedRequest => new RunException(ExitCode.Refused,
                $"{address} does not go by this name. Use its IP address."),
            HttpStatusCode.NotFound => new RunException(ExitCode.Refused,
                $"{address} does not know this request: it is no box, or an older one. "
                + "twcbridge flash brings it up to date."),
            _ when Status is >= 200 and < 300 => new RunException(ExitCode.Network,
                $"{address} answers, but not as a box does. Is the address right?"),
            _ => new RunException(ExitCode.Refused, $"{address} refuses with {Status}.{words}"),
        };
    }

    private string Text(string key)
    {
        return Body is JsonObject body && body[key] is JsonValue value
            && value.TryGetValue(out string? text) ? text : "";
    }
}
