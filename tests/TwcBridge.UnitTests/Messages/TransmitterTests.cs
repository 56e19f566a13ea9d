using TwcBridge.Messages;
using TwcBridge.UnitTests.Wire;

namespace TwcBridge.UnitTests.Messages;

[TestClass]
public class TransmitterTests
{
    private const int OurId = 0x7C8A;
    private const int Known = 0x8204;
    private const string HeartbeatWire =
        "C0 FB E0 7C 8A 82 04 09 06 40 00 00 00 00 00 00 BB C0";

    private readonly OfferLedger _ledger = new OfferLedger();
    private readonly MessageWriter _writer = new MessageWriter(OurId, 0x5F);
    private readonly Transmitter _transmitter;

    public TransmitterTests()
    {
        _ledger.LimitSite(3200);
        _ledger.Enter(Known, 600, 3200);
        _transmitter = new Transmitter(new TransmitPolicy(_ledger, OurId, false));
    }

    [TestMethod]
    public void Frames_what_the_policy_allows()
    {
        Assert.AreEqual(18, LoadHeartbeat(1600));
        Assert.AreEqual(18, _transmitter.WireLength);
        Assert.AreEqual(HeartbeatWire, Hex.Format(_transmitter.Wire, 18));
    }

    [TestMethod]
    public void Nothing_has_happened_before_it_is_told_that_the_frame_has_left()
    {
        for (int i = 0; i < 3; i++)
        {
            LoadHeartbeat(1600);
        }
        Assert.AreEqual(0L, _transmitter.SentCount);
        Assert.AreEqual(0, _ledger.OfferedTo(Known));
        Assert.IsFalse(IsLastSent(HeartbeatWire));
        _transmitter.OnSent();
        Assert.AreEqual(1L, _transmitter.SentCount);
        Assert.AreEqual(1600, _ledger.OfferedTo(Known));
        Assert.AreEqual(0, _transmitter.WireLength);
        Assert.IsTrue(IsLastSent(HeartbeatWire));
    }

    [TestMethod]
    public void A_refused_message_gives_no_bytes_and_replaces_the_loaded_one()
    {
        LoadHeartbeat(1600);
        for (int i = 1; i <= 3; i++)
        {
            _writer.Heartbeat(0x9999, 2, HeartbeatCommand.SessionLimit, 1600);
            Assert.AreEqual(0, _transmitter.Load(_writer));
            Assert.AreEqual(0, _transmitter.WireLength);
            Assert.AreEqual((long)i, _transmitter.RefusedCount);
        }
        Assert.AreEqual(0L, _transmitter.ClampedCount);
    }

    [TestMethod]
    public void Nothing_can_have_left_when_nothing_is_loaded()
    {
        _transmitter.OnSent();
        LoadHeartbeat(1600);
        _writer.Heartbeat(0x9999, 2, HeartbeatCommand.SessionLimit, 1600);
        _transmitter.Load(_writer);
        _transmitter.OnSent();
        Assert.AreEqual(0L, _transmitter.SentCount);
        Assert.AreEqual(0, _ledger.OfferedTo(Known));
        Assert.IsFalse(IsLastSent(HeartbeatWire));
    }

    [TestMethod]
    public void A_frame_leaves_once()
    {
        _ledger.OnOffered(Known, 1000);
        _writer.Heartbeat(Known, 2, HeartbeatCommand.RaiseBy2Amps, 0);
        _transmitter.Load(_writer);
        _transmitter.OnSent();
        _transmitter.OnSent();
        Assert.AreEqual(1200, _ledger.OfferedTo(Known));
        Assert.AreEqual(1L, _transmitter.SentCount);
    }

    [TestMethod]
    public void The_loaded_frame_is_a_copy_that_the_writer_cannot_change()
    {
        LoadHeartbeat(1600);
        _writer.Heartbeat(Known, 2, HeartbeatCommand.SessionLimit, 3200);
        _transmitter.OnSent();
        Assert.AreEqual(1600, _ledger.OfferedTo(Known));
        Assert.IsTrue(IsLastSent(HeartbeatWire));
    }

    [TestMethod]
    public void Counts_three_lowered_offers_as_three()
    {
        for (int i = 0; i < 3; i++)
        {
            LoadHeartbeat(3300);
        }
        LoadHeartbeat(3200);
        Assert.AreEqual(3L, _transmitter.ClampedCount);
        Assert.AreEqual(0L, _transmitter.RefusedCount);
    }

    [TestMethod]
    public void Recognises_its_last_frame_in_every_byte_and_no_other()
    {
        LoadHeartbeat(1600);
        _transmitter.OnSent();
        byte[] echo = PlainFrame.Body("FB E0 7C 8A 82 04 09 06 40", 16);
        Assert.IsTrue(_transmitter.IsLastSent(echo, 16));
        for (int i = 0; i < 15; i++)
        {
            echo[i] ^= 0x10;
            Assert.IsFalse(_transmitter.IsLastSent(echo, 16), "byte " + i);
            echo[i] ^= 0x10;
        }
        Assert.IsFalse(_transmitter.IsLastSent(echo, 14));
        Assert.IsFalse(_transmitter.IsLastSent(new byte[20], 20));
        _writer.Addressed(MessageKind.MeterQuery, Known, 2);
        _transmitter.Load(_writer);
        Assert.IsTrue(_transmitter.IsLastSent(echo, 16), "the query has not left yet");
        _transmitter.OnSent();
        Assert.IsFalse(_transmitter.IsLastSent(echo, 16));
    }

    private int LoadHeartbeat(int centiamps)
    {
        _writer.Heartbeat(Known, 2, HeartbeatCommand.SessionLimit, centiamps);
        return _transmitter.Load(_writer);
    }

    private bool IsLastSent(string wire)
    {
        DecoderRig rig = new DecoderRig();
        rig.Hear(Hex.Parse(wire));
        Assert.AreEqual("Frame", rig.Transcript.Said);
        return _transmitter.IsLastSent(rig.Decoder.Body, rig.Decoder.Length);
    }
}
