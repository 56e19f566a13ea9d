using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.VirtualDevice.Captures;

/// <summary>Why a frame was refused, in a line for people.</summary>
public static class RefusalText
{
    /// <param name="status">What its meaning is refused for, if it came off the wire whole.</param>
    public static string Describe(CapturedFrame frame, MessageStatus status)
    {
        return frame.Status == DecodeStatus.Frame
            ? DescribeMeaning(status, frame.Body)
            : DescribeWire(frame);
    }

    private static string DescribeWire(CapturedFrame frame)
    {
        return frame.Status switch
        {
            DecodeStatus.Runt => "refused: shorter than any frame",
            DecodeStatus.BadLength => $"refused: no frame has {frame.Body.Length} bytes",
            DecodeStatus.BadChecksum => $"refused: {Checksum(frame.Body)}",
            DecodeStatus.BadEscape => "refused: an escape (DB) without its partner (DC or DD)",
            DecodeStatus.TooLong => "refused: longer than any frame",
            DecodeStatus.CutShort => "refused: cut short",
            _ => "refused",
        };
    }

    private static string DescribeMeaning(MessageStatus status, byte[] body)
    {
        string pair = $"{body[FrameFormat.MarkerOffset]:X2} {body[FrameFormat.CommandOffset]:X2}";
        return status switch
        {
            MessageStatus.UnknownPair => $"refused: {pair} is no message",
            MessageStatus.LengthNotOfKind => $"refused: {pair} never has {body.Length} bytes",
            MessageStatus.ZeroId => "refused: an id is 0000",
            MessageStatus.ImplausibleState =>
                $"refused: no state {body[FrameFormat.AnswerStateOffset]:X2} exists",
            _ => "refused",
        };
    }

    private static string Checksum(byte[] body)
    {
        int count = body.Length - 1;
        return $"checksum {body[count]:X2}, should be {FrameFormat.Checksum(body, count):X2}";
    }
}
