using TwcBridge.Messages;
using TwcBridge.VirtualDevice.Captures;

namespace TwcBridge.Cli.Decoding;

/// <summary>Where decoded frames go, in the order of the capture.</summary>
internal interface IFrameOutput
{
    public void WriteMessage(CapturedFrame frame, Message message);

    /// <param name="status">Says why only where the frame itself came off the wire whole.</param>
    public void WriteRefused(CapturedFrame frame, MessageStatus status);

    public void Finish(DecodeTally tally);
}
