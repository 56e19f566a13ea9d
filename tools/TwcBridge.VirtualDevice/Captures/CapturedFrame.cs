using TwcBridge.Wire;

namespace TwcBridge.VirtualDevice.Captures;

/// <summary>
/// A frame found in a capture, or bytes that should have been one: then the status says why not.
/// </summary>
/// <param name="Wire">As it stood on the wire, with its Ends and its escapes.</param>
/// <param name="Body">Without them; empty where no body came together.</param>
public sealed record CapturedFrame(DecodeStatus Status, byte[] Wire, byte[] Body)
{
    public CaptureDirection Direction { get; init; }

    /// <summary>When it ended, in microseconds since the capture began.</summary>
    public long? AtUs { get; init; }

    public string? VectorName { get; init; }
}
