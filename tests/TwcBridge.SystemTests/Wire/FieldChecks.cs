using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.SystemTests.Wire;

/// <summary>Compares a message with the meaning that frames.json gives it.</summary>
internal static class FieldChecks
{
    /// <summary>Remarks for people, without a counterpart in a message.</summary>
    private static readonly HashSet<string> Remarks = ["state_name", "note"];

    /// <summary>Names of kinds that are not made of marker and command alone.</summary>
    private static readonly Dictionary<string, MessageKind[]> Types = new()
    {
        ["master linkready1"] = [MessageKind.ControllerLinkReady1],
        ["master linkready2"] =
            [MessageKind.ControllerLinkReady2, MessageKind.MarkedControllerLinkReady2],
        ["slave linkready"] = [MessageKind.PeripheralLinkReady],
        ["idle"] = [MessageKind.Idle],
        ["master heartbeat"] = [MessageKind.Heartbeat],
        ["slave heartbeat"] = [MessageKind.HeartbeatAnswer],
        ["meter"] = [MessageKind.MeterAnswer],
        ["serial"] = [MessageKind.SerialAnswer, MessageKind.LegacySerialAnswer],
        ["vin part"] =
            [MessageKind.VinStartAnswer, MessageKind.VinMiddleAnswer, MessageKind.VinEndAnswer],
    };

    /// <summary>The differences, empty if there are none.</summary>
    public static IEnumerable<string> Differences(SharedVector vector, Message message)
    {
        foreach (JsonProperty field in vector.Fields)
        {
            string wanted = Wanted(field.Value);
            string? found = Found(field.Name, vector, message);
            if (found is not null && found != wanted)
            {
                yield return $"{vector}: {field.Name} {wanted}, but found {found}";
            }
        }
    }

    /// <summary>Fields that nobody here knows how to compare.</summary>
    public static IEnumerable<string> Unchecked(SharedVector vector, Message message)
    {
        return vector.Fields.Select(field => field.Name)
            .Where(name => !Remarks.Contains(name) && Found(name, vector, message) is null)
            .Select(name => $"{vector}: {name}");
    }

    private static string Wanted(JsonElement value)
    {
        return value.ValueKind == JsonValueKind.Array
            ? string.Join(' ', value.EnumerateArray())
            : value.ToString();
    }

    private static string? Found(string field, SharedVector vector, Message message)
    {
        return field switch
        {
            "marker" => $"{(int)message.Kind >> 8:X2}",
            "cmd" => $"{(int)message.Kind & 0xFF:X2}",
            "type" => TypeOf(vector.Text("type"), message.Kind),
            "sender" => $"{message.SenderId:X4}",
            "receiver" => $"{message.ReceiverId:X4}",
            "sign" => $"{message.Sign:X2}",
            "bytes5_6" => $"{message.RatingCentiamps:X4}",
            "command" => $"{message.Command}",
            "centiamps" => $"{message.LimitCentiamps}",
            "master_plugged" => $"{vector.Body[FrameFormat.HeartbeatPluggedOffset]}",
            "state" => $"{message.State}",
            "max_centiamps" when message.Kind == MessageKind.PeripheralLinkReady =>
                $"{message.RatingCentiamps}",
            "max_centiamps" => $"{message.AcceptedCentiamps}",
            "actual_centiamps" => $"{message.DrawnCentiamps}",
            _ => FoundInAnswer(field, vector, message),
        };
    }

    private static string? FoundInAnswer(string field, SharedVector vector, Message message)
    {
        return field switch
        {
            "energy_raw" => $"{message.EnergyRaw}",
            "volts" => $"{message.Volts(0)} {message.Volts(1)} {message.Volts(2)}",
            "half_amps" => $"{message.HalfAmps(0)} {message.HalfAmps(1)} {message.HalfAmps(2)}",
            "version" => string.Join('.', Enumerable.Range(0, vector.Text(field).Split('.').Length)
                .Select(message.VersionPart)),
            "plug" or "plug_state" => $"{message.Plug}",
            "text" => TextOf(message),
            "part" => $"{message.Kind switch
            {
                MessageKind.VinStartAnswer => 1,
                MessageKind.VinMiddleAnswer => 2,
                _ => 3,
            }}",
            _ => null,
        };
    }

    // A type that is not in the table is a name for marker and command, which are checked.
    private static string TypeOf(string type, MessageKind kind)
    {
        return !Types.TryGetValue(type, out MessageKind[]? kinds) || kinds.Contains(kind)
            ? type
            : $"kind {(int)kind:X4}";
    }

    private static string TextOf(Message message)
    {
        byte[] text = new byte[Message.SerialLength];
        return Encoding.Latin1.GetString(text, 0, message.CopyText(text, 0));
    }
}
