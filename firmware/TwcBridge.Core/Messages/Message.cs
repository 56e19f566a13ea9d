using TwcBridge.Wire;

namespace TwcBridge.Messages;

/// <summary>
/// A checked look at one body that belongs to someone else. Made once and pointed at the next body;
/// valid until the owner of the body changes it (for the decoder: until the next Push). The layer
/// Messages knows what a body means; it does not know whose turn it is.
/// </summary>
public sealed class Message
{
    public const int PhaseCount = 3;
    public const int SerialLength = 11;
    public const int VinStartLength = 7;
    public const int VinMiddleLength = 7;
    public const int VinEndLength = 3;

    public MessageKind Kind;

    /// <summary>Bytes of the body with marker and checksum.</summary>
    public int Length;

    private byte[] _body;

    /// <summary>1 or 2: what a link-ready or a heartbeat answer of this length tells of its
    /// sender (PROTOCOL 2).</summary>
    public int Protocol => Length == FrameFormat.Protocol1Length ? 1 : 2;

    /// <summary>The id of the sender, or 0 where the message carries none.</summary>
    public int SenderId => MessageShape.HasSender(Kind) ? Word(FrameFormat.SenderOffset) : 0;

    /// <summary>The id of the receiver, or 0 where the message carries none.</summary>
    public int ReceiverId =>
        MessageShape.HasReceiver(Kind) ? Word(FrameFormat.ReceiverOffset) : 0;

    /// <summary>Link-ready: a number that tells two devices with the same id apart.</summary>
    public int Sign => _body[FrameFormat.SignOffset];

    /// <summary>Peripheral link-ready: what its hardware can do, 0.01 A.</summary>
    public int RatingCentiamps => Word(FrameFormat.RatingOffset);

    /// <summary>Heartbeat: one of HeartbeatCommand, or 02 from somebody dangerous.</summary>
    public int Command => _body[FrameFormat.HeartbeatCommandOffset];

    /// <summary>Heartbeat: the limit that the command carries, 0.01 A.</summary>
    public int LimitCentiamps => Word(FrameFormat.HeartbeatAmpsOffset);

    /// <summary>Heartbeat answer: one of ChargerState.</summary>
    public int State => _body[FrameFormat.AnswerStateOffset];

    /// <summary>Heartbeat answer: the limit it has taken, 0.01 A. It mirrors any value.</summary>
    public int AcceptedCentiamps => Word(FrameFormat.AnswerAcceptedOffset);

    /// <summary>Heartbeat answer: what it uses, 0.01 A. Some show 0.25 A with no car.</summary>
    public int DrawnCentiamps => Word(FrameFormat.AnswerDrawnOffset);

    /// <summary>Meter answer: kWh or Wh, which differs between units (PROTOCOL 3.3).</summary>
    public long EnergyRaw =>
        ((long)Word(FrameFormat.InfoOffset) << 16) | (long)Word(FrameFormat.InfoOffset + 2);

    /// <summary>Plug answer: 0 unplugged, 1 charging, 3 plugged and not charging.</summary>
    public int Plug => _body[FrameFormat.InfoOffset];

    /// <summary>Meter answer: volts of phase 0..2, 0 where there is no such phase.</summary>
    public int Volts(int phase)
    {
        return Word(FrameFormat.MeterVoltsOffset + 2 * phase);
    }

    /// <summary>Meter answer: current of phase 0..2 in 0.5 A.</summary>
    public int HalfAmps(int phase)
    {
        return _body[FrameFormat.MeterHalfAmpsOffset + phase];
    }

    /// <summary>Version answers: part 0..3, major first; the older answer has three.</summary>
    public int VersionPart(int part)
    {
        int offset = Kind == MessageKind.LegacyVersionAnswer
            ? FrameFormat.LegacyInfoOffset
            : FrameFormat.InfoOffset;
        return _body[offset + part];
    }

    /// <summary>Copies the text of a serial, model or VIN answer, up to its first zero byte.
    /// </summary>
    /// <returns>Bytes copied.</returns>
    public int CopyText(byte[] destination, int offset)
    {
        int from = MessageShape.HasSender(Kind)
            ? FrameFormat.InfoOffset
            : FrameFormat.LegacyInfoOffset;
        int most = MostText();
        int count = 0;
        while (count < most && _body[from + count] != 0)
        {
            destination[offset + count] = _body[from + count];
            count++;
        }
        return count;
    }

    /// <summary>Looks at a body that the decoder accepted.</summary>
    /// <param name="length">With marker and checksum.</param>
    public MessageStatus Point(byte[] body, int length)
    {
        _body = body;
        Length = length;
        Kind = (MessageKind)((body[FrameFormat.MarkerOffset] << 8)
            | body[FrameFormat.CommandOffset]);
        MessageStatus status = Judge(length);
        if (status != MessageStatus.Accepted)
        {
            Kind = MessageKind.None;
        }
        return status;
    }

    private MessageStatus Judge(int length)
    {
        if (!MessageShape.Exists(Kind))
        {
            return MessageStatus.UnknownPair;
        }
        if (!MessageShape.Fits(Kind, length))
        {
            return MessageStatus.LengthNotOfKind;
        }
        if (LacksId() && !MessageShape.MayLackIds(Kind))
        {
            return MessageStatus.ZeroId;
        }
        return Kind == MessageKind.HeartbeatAnswer && State > ChargerState.Highest
            ? MessageStatus.ImplausibleState
            : MessageStatus.Accepted;
    }

    private bool LacksId()
    {
        return (MessageShape.HasSender(Kind) && SenderId == 0)
            || (MessageShape.HasReceiver(Kind) && ReceiverId == 0);
    }

    private int MostText()
    {
        switch (Kind)
        {
            case MessageKind.VinStartAnswer:
                return VinStartLength;
            case MessageKind.VinMiddleAnswer:
                return VinMiddleLength;
            case MessageKind.VinEndAnswer:
                return VinEndLength;
            default:
                return SerialLength;
        }
    }

    private int Word(int offset)
    {
        return (_body[offset] << 8) | _body[offset + 1];
    }
}
