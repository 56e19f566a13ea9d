using System.Globalization;
using System.Text;
using TwcBridge.Control;
using TwcBridge.Messages;

namespace TwcBridge.VirtualDevice.Captures;

/// <summary>What a message means, in a line for people. Ids and wire bytes are in hex.</summary>
public static class MessageText
{
    private const decimal CentiampsPerAmp = 100m;
    private const decimal HalfAmpsPerAmp = 2m;
    private const int ErrorOrder = 0x02;

    public static string Describe(Message message)
    {
        switch (message.Kind)
        {
            case MessageKind.Heartbeat:
                return $"heartbeat {Route(message)}: {Order(message)}";
            case MessageKind.HeartbeatAnswer:
                return $"heartbeat answer {Route(message)}: {StateName(message.State)} "
                    + $"({message.State:X2}), accepted {Amps(message.AcceptedCentiamps)}, "
                    + $"drawn {Amps(message.DrawnCentiamps)}";
            case MessageKind.PeripheralLinkReady:
                return $"link-ready from {message.SenderId:X4}, "
                    + $"rated {Amps(message.RatingCentiamps)}, protocol {Protocol(message)}";
            case MessageKind.ControllerLinkReady1:
            case MessageKind.ControllerLinkReady2:
            case MessageKind.MarkedControllerLinkReady2:
                return $"{MessageName.Of(message.Kind)} from {message.SenderId:X4}";
            case MessageKind.MeterAnswer:
                return $"meter of {message.SenderId:X4}: {Meter(message)}";
            default:
                return DescribeQuery(message);
        }
    }

    private static string DescribeQuery(Message message)
    {
        string name = MessageName.Of(message.Kind);
        string route = Route(message);
        string value = Value(message);
        return (route.Length > 0 ? $"{name} {route}" : name)
            + (value.Length > 0 ? $": {value}" : "");
    }

    private static string Route(Message message)
    {
        return message.ReceiverId != 0 ? $"{message.SenderId:X4} -> {message.ReceiverId:X4}"
            : message.SenderId != 0 ? $"of {message.SenderId:X4}"
            : "";
    }

    private static string Order(Message heartbeat)
    {
        int command = heartbeat.Command;
        string limit = Amps(heartbeat.LimitCentiamps);
        string order = command switch
        {
            HeartbeatCommand.NoChange => "no change",
            HeartbeatCommand.InitialLimit => $"initial limit {limit}",
            HeartbeatCommand.RaiseBy2Amps => "raise by 2 A",
            HeartbeatCommand.LowerBy2Amps => "lower by 2 A",
            HeartbeatCommand.StartLimit => $"start limit {limit}",
            HeartbeatCommand.SessionLimit => $"limit {limit}",
            ErrorOrder => "harmful: latches an error",
            _ => "order not known",
        };
        return $"{order} ({command:X2})";
    }

    private static string StateName(int state)
    {
        return state switch
        {
            ChargerState.Ready => "ready",
            ChargerState.Charging => "charging",
            ChargerState.Error => "error",
            ChargerState.PluggedNotCharging => "plugged, not charging",
            ChargerState.WantsLimit => "plugged, wants a limit",
            ChargerState.Busy => "busy",
            ChargerState.EchoRaise => "raise taken",
            ChargerState.EchoLower => "lower taken",
            ChargerState.Starting => "starting",
            ChargerState.EchoLimit => "limit taken",
            ChargerState.AdjustmentOver => "adjustment over",
            _ => "state not known",
        };
    }

    private static int Protocol(Message linkReady)
    {
        return linkReady.Length == Wire.FrameFormat.Protocol1Length ? 1 : 2;
    }

    private static string Meter(Message meter)
    {
        return $"{meter.EnergyRaw} (unit not known), "
            + $"{meter.Volts(0)}/{meter.Volts(1)}/{meter.Volts(2)} V, "
            + $"{HalfAmps(meter, 0)}/{HalfAmps(meter, 1)}/{HalfAmps(meter, 2)} A";
    }

    private static string HalfAmps(Message meter, int phase)
    {
        decimal amps = meter.HalfAmps(phase) / HalfAmpsPerAmp;
        return amps.ToString("F1", CultureInfo.InvariantCulture);
    }

    private static string Amps(int centiamps)
    {
        decimal amps = centiamps / CentiampsPerAmp;
        return amps.ToString("F2", CultureInfo.InvariantCulture) + " A";
    }

    private static string Value(Message answer)
    {
        switch (answer.Kind)
        {
            case MessageKind.VersionAnswer:
                return $"{ThreeParts(answer)}.{answer.VersionPart(3)}";
            case MessageKind.LegacyVersionAnswer:
                return ThreeParts(answer);
            case MessageKind.PlugAnswer:
                return PlugName(answer.Plug);
            case MessageKind.SerialAnswer:
            case MessageKind.VinStartAnswer:
            case MessageKind.VinMiddleAnswer:
            case MessageKind.VinEndAnswer:
            case MessageKind.LegacySerialAnswer:
            case MessageKind.LegacyModelAnswer:
                return Text(answer);
            default:
                return "";
        }
    }

    private static string ThreeParts(Message version)
    {
        return $"{version.VersionPart(0)}.{version.VersionPart(1)}.{version.VersionPart(2)}";
    }

    private static string PlugName(int plug)
    {
        return plug switch
        {
            0 => "unplugged (0)",
            1 => "charging (1)",
            3 => "plugged, not charging (3)",
            _ => $"state not known ({plug})",
        };
    }

    // What is not a letter may be noise, and could steer the terminal that shows it.
    private static string Text(Message answer)
    {
        byte[] text = new byte[Message.SerialLength];
        int length = answer.CopyText(text, 0);
        StringBuilder shown = new();
        for (int i = 0; i < length; i++)
        {
            shown.Append(text[i] is > 0x1F and < 0x7F ? (char)text[i] : '.');
        }
        return length == 0 ? "empty" : shown.ToString();
    }
}
