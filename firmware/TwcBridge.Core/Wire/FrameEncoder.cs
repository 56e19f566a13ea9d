namespace TwcBridge.Wire;

/// <summary>
/// A body in, a frame out. Called by the transmit path alone: a frame that did not pass the
/// allow-list cannot be made.
/// </summary>
public static class FrameEncoder
{
    /// <summary>Adds the checksum, escapes and delimits.</summary>
    /// <param name="body">Marker to last data byte, without checksum.</param>
    /// <param name="length">Bytes in body, at most MaxBodyLength - 1.</param>
    /// <param name="wire">The caller's, at least MaxWireLength long.</param>
    /// <returns>Bytes written to wire.</returns>
    public static int Encode(byte[] body, int length, byte[] wire)
    {
        int written = 0;
        wire[written++] = Slip.End;
        for (int i = 0; i < length; i++)
        {
            written = Put(body[i], wire, written);
        }
        written = Put(FrameFormat.Checksum(body, length), wire, written);
        wire[written++] = Slip.End;
        return written;
    }

    private static int Put(byte value, byte[] wire, int at)
    {
        switch (value)
        {
            case Slip.End:
                wire[at++] = Slip.Escape;
                wire[at++] = Slip.EscapedEnd;
                return at;
            case Slip.Escape:
                wire[at++] = Slip.Escape;
                wire[at++] = Slip.EscapedEscape;
                return at;
            default:
                wire[at++] = value;
                return at;
        }
    }
}
