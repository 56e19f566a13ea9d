using System.IO;
using System.Text.Json;
using TwcBridge.Cli.Output;
using TwcBridge.VirtualDevice.Proving;

namespace TwcBridge.Cli.Proving;

/// <summary>One object when all is over, for programs.</summary>
internal sealed class JsonProveView : IProveView
{
    private readonly TextWriter _output;

    public JsonProveView(TextWriter output)
    {
        _output = output;
    }

    public void Begin(ProveOptions options)
    {
    }

    public void Progress(ProveResult result)
    {
    }

    public void End(ProveResult result)
    {
        JsonLine.Write(_output, json =>
        {
            json.WriteBoolean("held", result.Proof.Refuted is null);
            json.WriteNumber("seed", result.Options.Seed);
            json.WriteNumber("connectors", result.Options.Connectors);
            json.WriteNumber("worlds", result.Proof.WorldCount);
            json.WriteNumber("years", result.Years);
            json.WriteNumber("seconds", result.Elapsed.TotalSeconds);
            json.WriteNumber("speed", result.Speed);
            if (result.Proof.Refuted is { } world)
            {
                WriteRefutation(json, result, world);
            }
        });
    }

    private static void WriteRefutation(
        Utf8JsonWriter json, ProveResult result, ProvingWorld world)
    {
        json.WriteString("property", JsonLine.CamelCase($"{world.Refutation!.Property}"));
        json.WriteNumber("at_us", world.Refutation.AtUs);
        json.WriteString("text", world.Refutation.Text);
        json.WriteString("replay", result.Replay);
        json.WriteStartArray("events");
        foreach (string line in FailureReport.Lines(world))
        {
            json.WriteStringValue(line);
        }
        json.WriteEndArray();
    }
}
