using TwcBridge.Messages;
using TwcBridge.VirtualDevice.Captures;

namespace TwcBridge.Cli.Decoding;

/// <summary>Where decoded frames go, in the order of the capture.</summary>
internal interface IFrameOutput
{
    void WriteMessage(CapturedFrame frame, Message message);

    /// <param name="status">Says why only where the frame itself came off the wire whole.</param>
    void WriteRefused(CapturedFrame frame, MessageStatus status);

    void Finish(DecodeTally tally);
}
