using TwcBridge.Wire;

namespace TwcBridge.Messages;

/// <summary>
/// The allow-list of PROTOCOL 6 rule 1. What is not named here cannot reach the wire, whoever asks;
/// there is no switch for tests or debugging. Offers are cut once more to rating and site limit.
/// </summary>
public sealed class TransmitPolicy
{
    private const int RaiseStepCentiamps = 200;

    private readonly OfferLedger _ledger;
    private readonly int _controllerId;
    private readonly bool _contactorOrders;

    /// <param name="contactorOrders">Whether the owner allowed FC B1 and FC B2.</param>
    public TransmitPolicy(OfferLedger ledger, int controllerId, bool contactorOrders)
    {
        _ledger = ledger;
        _controllerId = controllerId;
        _contactorOrders = contactorOrders;
    }

    /// <summary>Judges a body without checksum, and lowers its amps where they are too high.
    /// </summary>
    public TransmitVerdict Judge(byte[] body, int length)
    {
        if (length != FrameFormat.Protocol1Length - 1 && length != FrameFormat.Protocol2Length - 1)
        {
            return TransmitVerdict.BadLength;
        }
        return JudgeByKind(body, length);
    }

    /// <summary>A judged body has left: the books follow.</summary>
    public void OnSent(byte[] body)
    {
        if ((MessageKind)Word(body, FrameFormat.MarkerOffset) != MessageKind.Heartbeat)
        {
            return;
        }
        int receiver = Word(body, FrameFormat.ReceiverOffset);
        switch (body[FrameFormat.HeartbeatCommandOffset])
        {
            case HeartbeatCommand.InitialLimit:
            case HeartbeatCommand.StartLimit:
            case HeartbeatCommand.SessionLimit:
                _ledger.OnOffered(receiver, Word(body, FrameFormat.HeartbeatAmpsOffset));
                break;

            case HeartbeatCommand.RaiseBy2Amps:
                _ledger.OnOffered(receiver, _ledger.OfferedTo(receiver) + RaiseStepCentiamps);
                break;
        }
    }

    private TransmitVerdict JudgeByKind(byte[] body, int length)
    {
        switch ((MessageKind)Word(body, FrameFormat.MarkerOffset))
        {
            case MessageKind.ControllerLinkReady1:
            case MessageKind.ControllerLinkReady2:
                return JudgeLinkReady(body, length);

            case MessageKind.Heartbeat:
                return JudgeHeartbeat(body, length);

            case MessageKind.MeterQuery:
            case MessageKind.VersionQuery:
            case MessageKind.SerialQuery:
            case MessageKind.VinStartQuery:
            case MessageKind.VinMiddleQuery:
            case MessageKind.VinEndQuery:
                return JudgeAddressed(body, length);

            case MessageKind.LegacySerialQuery:
            case MessageKind.LegacyModelQuery:
            case MessageKind.LegacyVersionQuery:
                return JudgeZeros(body, FrameFormat.SenderOffset, length);

            case MessageKind.PlugQuery:
                return Word(body, FrameFormat.SenderOffset) == 0
                    ? JudgeZeros(body, FrameFormat.SenderOffset, length)
                    : JudgeAddressed(body, length);

            case MessageKind.CloseContactor:
            case MessageKind.OpenContactor:
                return _contactorOrders
                    ? JudgeAddressed(body, length)
                    : TransmitVerdict.ContactorOff;

            default:
                return TransmitVerdict.NotListed;
        }
    }

    private TransmitVerdict JudgeLinkReady(byte[] body, int length)
    {
        return Word(body, FrameFormat.SenderOffset) != _controllerId
            ? TransmitVerdict.BadAddress
            : JudgeZeros(body, FrameFormat.RatingOffset, length);
    }

    private TransmitVerdict JudgeAddressed(byte[] body, int length)
    {
        return !IsFromUsToKnown(body)
            ? TransmitVerdict.BadAddress
            : JudgeZeros(body, FrameFormat.HeartbeatCommandOffset, length);
    }

    private TransmitVerdict JudgeHeartbeat(byte[] body, int length)
    {
        if (!IsFromUsToKnown(body))
        {
            return TransmitVerdict.BadAddress;
        }
        switch (body[FrameFormat.HeartbeatCommandOffset])
        {
            case HeartbeatCommand.InitialLimit:
            case HeartbeatCommand.StartLimit:
            case HeartbeatCommand.SessionLimit:
                return JudgeZeros(body, FrameFormat.HeartbeatPluggedOffset, length)
                        == TransmitVerdict.Allowed
                    ? CutLimit(body)
                    : TransmitVerdict.StrayBytes;

            case HeartbeatCommand.NoChange:
            case HeartbeatCommand.LowerBy2Amps:
                return JudgeZeros(body, FrameFormat.HeartbeatAmpsOffset, length);

            case HeartbeatCommand.RaiseBy2Amps:
                return JudgeRaise(body, length);

            default:
                return TransmitVerdict.NotListed;
        }
    }

    private TransmitVerdict JudgeRaise(byte[] body, int length)
    {
        int receiver = Word(body, FrameFormat.ReceiverOffset);
        int raised = _ledger.OfferedTo(receiver) + RaiseStepCentiamps;
        return _ledger.Cut(receiver, raised) < raised
            ? TransmitVerdict.AboveCeiling
            : JudgeZeros(body, FrameFormat.HeartbeatAmpsOffset, length);
    }

    private TransmitVerdict CutLimit(byte[] body)
    {
        int wanted = Word(body, FrameFormat.HeartbeatAmpsOffset);
        int cut = _ledger.Cut(Word(body, FrameFormat.ReceiverOffset), wanted);
        if (cut == wanted)
        {
            return TransmitVerdict.Allowed;
        }
        body[FrameFormat.HeartbeatAmpsOffset] = (byte)(cut >> 8);
        body[FrameFormat.HeartbeatAmpsOffset + 1] = (byte)cut;
        return TransmitVerdict.Clamped;
    }

    private bool IsFromUsToKnown(byte[] body)
    {
        return Word(body, FrameFormat.SenderOffset) == _controllerId
            && _ledger.Knows(Word(body, FrameFormat.ReceiverOffset));
    }

    private static TransmitVerdict JudgeZeros(byte[] body, int from, int length)
    {
        for (int i = from; i < length; i++)
        {
            if (body[i] != 0)
            {
                return TransmitVerdict.StrayBytes;
            }
        }
        return TransmitVerdict.Allowed;
    }

    private static int Word(byte[] body, int offset)
    {
        return (body[offset] << 8) | body[offset + 1];
    }
}
