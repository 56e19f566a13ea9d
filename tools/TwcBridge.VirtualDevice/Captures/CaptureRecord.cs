namespace TwcBridge.VirtualDevice.Captures;

/// <summary>The bytes of one line of a capture, or of one entry of a file of vectors.</summary>
public sealed record CaptureRecord(CaptureDirection Direction, byte[] Bytes)
{
    /// <summary>Microseconds since the capture began, where it says so.</summary>
    public long? AtUs { get; init; }

    /// <summary>The name of a vector. Vectors stand alone: no frame goes on into the next one.
    /// </summary>
    public string? VectorName { get; init; }
}
