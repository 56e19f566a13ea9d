using System.Text.Json;
using TwcBridge.Messages;

namespace TwcBridge.Cli.Decoding;

/// <summary>The numbers of a message as JSON. Currents are in 0.01 A, as on the wire.</summary>
internal static class MessageFields
{
    public static void Write(Utf8JsonWriter json, Message message)
    {
        WriteId(json, "sender", message.SenderId);
        WriteId(json, "receiver", message.ReceiverId);
        switch (message.Kind)
        {
            case MessageKind.Heartbeat:
                json.WriteNumber("command", message.Command);
                json.WriteNumber("limitCentiamps", message.LimitCentiamps);
                break;
            case MessageKind.HeartbeatAnswer:
                json.WriteNumber("state", message.State);
                json.WriteNumber("acceptedCentiamps", message.AcceptedCentiamps);
                json.WriteNumber("drawnCentiamps", message.DrawnCentiamps);
                break;
            case MessageKind.PeripheralLinkReady:
                json.WriteNumber("sign", message.Sign);
                json.WriteNumber("ratingCentiamps", message.RatingCentiamps);
                json.WriteNumber("bodyLength", message.Length);
                break;
            case MessageKind.MeterAnswer:
                WriteMeter(json, message);
                break;
            case MessageKind.PlugAnswer:
                json.WriteNumber("plug", message.Plug);
                break;
        }
    }

    private static void WriteId(Utf8JsonWriter json, string name, int id)
    {
        if (id != 0)
        {
            json.WriteString(name, id.ToString("X4"));
        }
    }

    private static void WriteMeter(Utf8JsonWriter json, Message meter)
    {
        json.WriteNumber("energyRaw", meter.EnergyRaw);
        json.WriteStartArray("volts");
        for (int phase = 0; phase < Message.PhaseCount; phase++)
        {
            json.WriteNumberValue(meter.Volts(phase));
        }
        json.WriteEndArray();
        json.WriteStartArray("halfAmps");
        for (int phase = 0; phase < Message.PhaseCount; phase++)
        {
            json.WriteNumberValue(meter.HalfAmps(phase));
        }
        json.WriteEndArray();
    }
}
