using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.SystemTests.Wire;

/// <summary>Asks our own writer and transmit path for the frame of a vector, as the controller that
/// the vector names.</summary>
internal sealed class SharedVectorWriter
{
    private const int MinCentiamps = 600;
    private const int CeilingCentiamps = 8000;

    /// <summary>Room for a raise by 2 A.</summary>
    private const int OfferedCentiamps = 1000;

    private readonly MessageWriter _writer;
    private readonly Transmitter _transmitter;

    public SharedVectorWriter(SharedVector vector)
    {
        int sender = vector.Knows("sender") ? vector.Hex("sender") : 0;
        int receiver = vector.Knows("receiver") ? vector.Hex("receiver") : 0;
        int sign = vector.Knows("sign") ? vector.Hex("sign") : 0;
        _writer = new MessageWriter(sender, sign);
        _transmitter = new Transmitter(PolicyFor(sender, receiver));
        Write(vector, receiver);
    }

    public byte[] Wire => _transmitter.Wire[.._transmitter.WireLength];

    public Transmitter Transmitter => _transmitter;

    /// <summary>Everything that the settings can allow is allowed.</summary>
    public static TransmitPolicy PolicyFor(int controllerId, int peripheralId)
    {
        OfferLedger ledger = new();
        ledger.LimitSite(CeilingCentiamps);
        if (ledger.Enter(peripheralId, MinCentiamps, CeilingCentiamps))
        {
            ledger.OnOffered(peripheralId, OfferedCentiamps);
        }
        return new TransmitPolicy(ledger, controllerId, contactorOrders: true);
    }

    private void Write(SharedVector vector, int receiver)
    {
        MessageKind kind = (MessageKind)((vector.Hex("marker") << 8) | vector.Hex("cmd"));
        int protocol = vector.Body.Length <= FrameFormat.Protocol1Length ? 1 : 2;
        switch (kind)
        {
            case MessageKind.ControllerLinkReady1:
                _writer.LinkReady1();
                break;
            case MessageKind.ControllerLinkReady2:
                _writer.LinkReady2();
                break;
            case MessageKind.Heartbeat:
                int centiamps = vector.Number("centiamps");
                _writer.Heartbeat(receiver, protocol, vector.Number("command"), centiamps);
                break;
            case var _ when receiver != 0:
                _writer.Addressed(kind, receiver, protocol);
                break;
            default:
                _writer.Unaddressed(kind, protocol);
                break;
        }
        _transmitter.Load(_writer);
    }
}
