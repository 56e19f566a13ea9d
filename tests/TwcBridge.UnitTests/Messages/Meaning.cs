using TwcBridge.Messages;
using TwcBridge.UnitTests.Wire;

namespace TwcBridge.UnitTests.Messages;

/// <summary>A message as text: all that its kind tells, and nothing else.</summary>
internal static class Meaning
{
    public static string Of(byte[] body, int length)
    {
        Message message = new Message();
        MessageStatus status = message.Point(body, length);
        return status == MessageStatus.Accepted ? Of(message) : NameOf(status);
    }

    public static string Of(Message message)
    {
        return Hex.FormatWord((int)message.Kind)
            + (message.SenderId == 0 ? "" : " from " + Hex.FormatWord(message.SenderId))
            + (message.ReceiverId == 0 ? "" : " to " + Hex.FormatWord(message.ReceiverId))
            + Data(message);
    }

    public static string NameOf(MessageStatus status)
    {
        switch (status)
        {
            case MessageStatus.Accepted:
                return "Accepted";
            case MessageStatus.UnknownPair:
                return "UnknownPair";
            case MessageStatus.LengthNotOfKind:
                return "LengthNotOfKind";
            case MessageStatus.ZeroId:
                return "ZeroId";
            case MessageStatus.ImplausibleState:
                return "ImplausibleState";
            default:
                return "status " + (int)status;
        }
    }

    private static string Data(Message message)
    {
        switch (message.Kind)
        {
            case MessageKind.ControllerLinkReady1:
            case MessageKind.ControllerLinkReady2:
            case MessageKind.MarkedControllerLinkReady2:
            case MessageKind.PeripheralLinkReady:
                return " sign " + Hex.Format(message.Sign) + " rating " + message.RatingCentiamps;

            case MessageKind.Heartbeat:
                return " command " + message.Command + " limit " + message.LimitCentiamps;

            case MessageKind.HeartbeatAnswer:
                return " state " + message.State + " accepted " + message.AcceptedCentiamps
                    + " drawn " + message.DrawnCentiamps;

            case MessageKind.MeterAnswer:
                return " energy " + message.EnergyRaw
                    + " volts " + message.Volts(0) + " " + message.Volts(1) + " " + message.Volts(2)
                    + " half amps " + message.HalfAmps(0) + " " + message.HalfAmps(1) + " "
                    + message.HalfAmps(2);

            case MessageKind.PlugAnswer:
                return " plug " + message.Plug;

            default:
                return Version(message) + Text(message);
        }
    }

    private static string Version(Message message)
    {
        int parts = message.Kind == MessageKind.VersionAnswer ? 4
            : message.Kind == MessageKind.LegacyVersionAnswer ? 3
            : 0;
        string text = parts == 0 ? "" : " version ";
        for (int i = 0; i < parts; i++)
        {
            text += (i == 0 ? "" : ".") + message.VersionPart(i);
        }
        return text;
    }

    private static string Text(Message message)
    {
        switch (message.Kind)
        {
            case MessageKind.SerialAnswer:
            case MessageKind.VinStartAnswer:
            case MessageKind.VinMiddleAnswer:
            case MessageKind.VinEndAnswer:
            case MessageKind.LegacySerialAnswer:
            case MessageKind.LegacyModelAnswer:
                return " text '" + Characters(message) + "'";
            default:
                return "";
        }
    }

    private static string Characters(Message message)
    {
        byte[] copy = new byte[Message.SerialLength];
        int length = message.CopyText(copy, 0);
        string text = "";
        for (int i = 0; i < length; i++)
        {
            text += copy[i] >= ' ' && copy[i] <= '~'
                ? new string((char)copy[i], 1)
                : "<" + Hex.Format(copy[i]) + ">";
        }
        return text;
    }
}
