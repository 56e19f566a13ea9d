namespace TwcBridge.Wire;

/// <summary>
/// Where things stand in a body, and how long bodies and frames are (PROTOCOL 2 and 3). The layer
/// Wire turns bytes into checked bodies and back; it does not know what a body means.
/// <code>
///   body:  marker command sender(2) receiver(2) data... checksum
///   frame: C0 | body, escaped | C0 | (tail byte, not part of the frame)
/// </code>
/// </summary>
public static class FrameFormat
{
    public const int MarkerOffset = 0;
    public const int CommandOffset = 1;
    public const int SenderOffset = 2;

    // Heartbeats, their answers, queries and orders.
    public const int ReceiverOffset = 4;
    public const int HeartbeatCommandOffset = 6;
    public const int HeartbeatAmpsOffset = 7;
    public const int HeartbeatPluggedOffset = 9;
    public const int AnswerStateOffset = 6;
    public const int AnswerAcceptedOffset = 7;
    public const int AnswerDrawnOffset = 9;

    // Link-ready of either role.
    public const int SignOffset = 4;
    public const int RatingOffset = 5;

    // Answers to queries carry no receiver.
    public const int InfoOffset = 4;
    public const int MeterVoltsOffset = 8;
    public const int MeterHalfAmpsOffset = 14;

    // Answers to the older queries carry no id at all.
    public const int LegacyInfoOffset = 2;

    /// <summary>Shortest body that can be a frame; what is shorter is noise (PROTOCOL 2).</summary>
    public const int MinBodyLength = 5;

    /// <summary>Requests of other controllers may have these two lengths (PROTOCOL 2).</summary>
    public const int ShortRequestLength = 13;
    public const int OddRequestLength = 15;

    public const int Protocol1Length = 14;
    public const int Protocol2Length = 16;
    public const int LongLength = 20;

    public const int MaxBodyLength = LongLength;

    /// <summary>Both Ends and a body in which every byte had to be escaped.</summary>
    public const int MaxWireLength = 2 + 2 * MaxBodyLength;

    /// <summary>The low byte of the sum of all body bytes between marker and checksum.</summary>
    /// <param name="length">Bytes of the body before its checksum.</param>
    public static byte Checksum(byte[] body, int length)
    {
        int sum = 0;
        for (int i = CommandOffset; i < length; i++)
        {
            sum += body[i];
        }
        return (byte)sum;
    }
}
