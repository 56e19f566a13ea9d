using TwcBridge.Wire;

namespace TwcBridge.Messages;

/// <summary>
/// The table of what belongs together: which messages exist, how long they may be, which carry ids
/// (PROTOCOL 2 and 3). The one place to look when a new frame is seen on a real bus.
/// </summary>
public static class MessageShape
{
    public static bool Exists(MessageKind kind)
    {
        return LengthsOf(kind) != Lengths.None;
    }

    /// <summary>Whether a body of this length may be of this kind when heard.</summary>
    public static bool Fits(MessageKind kind, int length)
    {
        switch (LengthsOf(kind))
        {
            case Lengths.Request:
                return length >= FrameFormat.ShortRequestLength
                    && length <= FrameFormat.Protocol2Length;
            case Lengths.Normal:
                return length == FrameFormat.Protocol1Length
                    || length == FrameFormat.Protocol2Length;
            case Lengths.Long:
                return length == FrameFormat.LongLength;
            case Lengths.Any:
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether bytes 2 and 3 are the id of whoever sent it.</summary>
    public static bool HasSender(MessageKind kind)
    {
        switch (kind)
        {
            case MessageKind.Idle:
            case MessageKind.LegacySerialQuery:
            case MessageKind.LegacySerialAnswer:
            case MessageKind.LegacyModelQuery:
            case MessageKind.LegacyModelAnswer:
            case MessageKind.LegacyVersionQuery:
            case MessageKind.LegacyVersionAnswer:
                return false;
            default:
                return Exists(kind) && LengthsOf(kind) != Lengths.Any;
        }
    }

    /// <summary>Whether bytes 4 and 5 are the id of whom it is for.</summary>
    public static bool HasReceiver(MessageKind kind)
    {
        switch (kind)
        {
            case MessageKind.Heartbeat:
            case MessageKind.HeartbeatAnswer:
            case MessageKind.MeterQuery:
            case MessageKind.VersionQuery:
            case MessageKind.SerialQuery:
            case MessageKind.VinStartQuery:
            case MessageKind.VinMiddleQuery:
            case MessageKind.VinEndQuery:
            case MessageKind.PlugQuery:
            case MessageKind.CloseContactor:
            case MessageKind.OpenContactor:
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether an id may be 0000: the plug query also goes to everybody, from nobody.
    /// </summary>
    public static bool MayLackIds(MessageKind kind)
    {
        return kind == MessageKind.PlugQuery;
    }

    /// <summary>The answer that a request asks for, or None for what is never answered.</summary>
    public static MessageKind AnswerTo(MessageKind request)
    {
        MessageKind answer = (MessageKind)(0xFD00 | ((int)request & 0xFF));
        switch (request)
        {
            case MessageKind.ControllerLinkReady1:
            case MessageKind.ControllerLinkReady2:
                return MessageKind.None;
            default:
                return Exists(answer) ? answer : MessageKind.None;
        }
    }

    /// <summary>The query that asks for this answer.</summary>
    public static MessageKind RequestOf(MessageKind answer)
    {
        return (MessageKind)(0xFB00 | ((int)answer & 0xFF));
    }

    /// <summary>Whether only a controller sends this: hearing one that is not ours tells of a
    /// rival.</summary>
    public static bool IsFromController(MessageKind kind)
    {
        int marker = (int)kind >> 8;
        return marker == 0xFB || marker == 0xFC;
    }

    /// <summary>Listed in PROTOCOL 8: these harm a connector.</summary>
    public static bool IsHarmful(MessageKind kind)
    {
        switch (kind)
        {
            case MessageKind.WriteSerial:
            case MessageKind.WriteModel:
            case MessageKind.CrashQuery:
            case MessageKind.SilenceOrder:
            case MessageKind.InterruptOrder:
            case MessageKind.UselessOrder:
                return true;
            default:
                return false;
        }
    }

    private enum Lengths : byte
    {
        None,
        Request,
        Normal,
        Long,
        Any,
    }

    private static Lengths LengthsOf(MessageKind kind)
    {
        switch (kind)
        {
            case MessageKind.Heartbeat:
            case MessageKind.ControllerLinkReady1:
            case MessageKind.ControllerLinkReady2:
            case MessageKind.MarkedControllerLinkReady2:
            case MessageKind.MeterQuery:
            case MessageKind.VersionQuery:
            case MessageKind.SerialQuery:
            case MessageKind.VinStartQuery:
            case MessageKind.VinMiddleQuery:
            case MessageKind.VinEndQuery:
            case MessageKind.LegacySerialQuery:
            case MessageKind.LegacyModelQuery:
            case MessageKind.LegacyVersionQuery:
            case MessageKind.PlugQuery:
            case MessageKind.CloseContactor:
            case MessageKind.OpenContactor:
                return Lengths.Request;

            case MessageKind.PeripheralLinkReady:
            case MessageKind.HeartbeatAnswer:
            case MessageKind.VersionAnswer:
            case MessageKind.LegacySerialAnswer:
            case MessageKind.LegacyModelAnswer:
            case MessageKind.LegacyVersionAnswer:
            case MessageKind.PlugAnswer:
            case MessageKind.CloseContactorAnswer:
            case MessageKind.OpenContactorAnswer:
            case MessageKind.Idle:
                return Lengths.Normal;

            case MessageKind.MeterAnswer:
            case MessageKind.SerialAnswer:
            case MessageKind.VinStartAnswer:
            case MessageKind.VinMiddleAnswer:
            case MessageKind.VinEndAnswer:
                return Lengths.Long;

            case MessageKind.UnexplainedQuery:
            case MessageKind.UnexplainedAnnouncement:
                return Lengths.Any;

            default:
                return IsHarmful(kind) ? Lengths.Any : Lengths.None;
        }
    }
}
