using TwcBridge.Bus;
using TwcBridge.Control;
using TwcBridge.Messages;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.Wire;

namespace TwcBridge.Cli.Monitoring;

/// <summary>A frame that went by, with its meaning or the reason why it has none.</summary>
internal sealed class SeenFrame
{
    public SeenFrame(CapturedFrame frame)
    {
        Frame = frame;
        Status = frame.Status == DecodeStatus.Frame
            ? Message.Point(frame.Body, frame.Body.Length)
            : MessageStatus.UnknownPair;
    }

    public CapturedFrame Frame { get; }

    public Message Message { get; } = new();

    /// <summary>Says something only where the frame itself came off the wire whole.</summary>
    public MessageStatus Status { get; }

    public bool IsAccepted =>
        Frame.Status == DecodeStatus.Frame && Status == MessageStatus.Accepted;

    public bool IsFromController => IsAccepted && MessageShape.IsFromController(Message.Kind);

    public bool IsHarmful => IsAccepted && MessageShape.IsHarmful(Message.Kind);

    /// <summary>Why it is refused, in the words of /api/v1/bus. Only for one that is not accepted.
    /// </summary>
    public string RefusalCode => BusWords.Of(Frame.Status == DecodeStatus.Frame
        ? BusCount.UnknownPairs + (Status - MessageStatus.UnknownPair)
        : BusCount.Runts + (Frame.Status - DecodeStatus.Runt));

    public string Meaning => IsAccepted
        ? MessageText.Describe(Message)
        : RefusalText.Describe(Frame, Status);
}
