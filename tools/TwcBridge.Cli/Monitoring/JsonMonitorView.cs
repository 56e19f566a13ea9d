using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using TwcBridge.Cli.Decoding;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Monitoring;

/// <summary>JSON lines: the frames as decode has them, the diagnosis when it changes, and the
/// numbers at the end.</summary>
internal sealed class JsonMonitorView : IMonitorView
{
    private const decimal UsPerMs = 1000m;

    private readonly TextWriter _text;
    private readonly JsonOutput _frames;
    private readonly bool _isQuiet;

    public JsonMonitorView(TextWriter text, bool isQuiet)
    {
        _text = text;
        _frames = new JsonOutput(text);
        _isQuiet = isQuiet;
    }

    public void Begin(ITrafficSource source)
    {
        JsonLine.Write(_text, json => json.WriteString("source", source.Name));
    }

    public void Show(SeenFrame seen)
    {
        if (_isQuiet)
        {
            return;
        }
        if (seen.IsAccepted)
        {
            _frames.WriteMessage(seen.Frame, seen.Message);
        }
        else
        {
            _frames.WriteRefused(seen.Frame, seen.Status);
        }
    }

    public void Show(Diagnosis diagnosis, long atUs)
    {
        JsonLine.Write(_text, json =>
        {
            json.WriteNumber("timeMs", atUs / UsPerMs);
            Write(json, diagnosis);
        });
    }

    public void End(TrafficCount count, Diagnosis? diagnosis)
    {
        JsonLine.Write(_text, json =>
        {
            json.WriteNumber("seconds", count.Seconds);
            json.WriteNumber("frames", count.FrameCount);
            json.WriteNumber("refused", count.RefusedCount);
            json.WriteNumber("harmful", count.HarmfulCount);
            json.WriteNumber("noiseBytes", count.NoiseByteCount);
            json.WriteNumber("busyPercent", decimal.Round(count.BusyPercent, 1));
            Write(json, "messages", count.Kinds);
            Write(json, "refusedFor", count.Reasons);
            WriteConnectors(json, count);
            if (diagnosis != null)
            {
                Write(json, diagnosis);
            }
        });
    }

    private static void Write(Utf8JsonWriter json, Diagnosis diagnosis)
    {
        json.WriteStartObject("diagnosis");
        json.WriteString("code", diagnosis.Code);
        json.WriteString("text", diagnosis.Text);
        json.WriteString("id", diagnosis.Id);
        json.WriteEndObject();
    }

    private static void Write(
        Utf8JsonWriter json, string name, SortedDictionary<string, int> counts)
    {
        json.WriteStartObject(name);
        foreach ((string key, int times) in counts)
        {
            json.WriteNumber(key, times);
        }
        json.WriteEndObject();
    }

    private static void WriteConnectors(Utf8JsonWriter json, TrafficCount count)
    {
        json.WriteStartArray("connectors");
        foreach ((int id, ConnectorCount connector) in count.Connectors)
        {
            json.WriteStartObject();
            json.WriteString("id", StatusWords.Id(id));
            json.WriteNumber("heartbeats", connector.HeartbeatCount);
            json.WriteNumber("answers", connector.AnswerCount);
            json.WriteNumber("announcements", connector.AnnouncementCount);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
