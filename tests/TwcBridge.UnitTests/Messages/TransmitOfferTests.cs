using TwcBridge.Messages;

namespace TwcBridge.UnitTests.Messages;

/// <summary>What leaves when amps are asked for, and when the books follow.</summary>
[TestClass]
public class TransmitOfferTests
{
    private const int OurId = 0x7C8A;
    private const int First = 0x8204;
    private const int Second = 0xC0DB;

    private readonly OfferLedger _ledger = new OfferLedger();
    private readonly MessageWriter _writer = new MessageWriter(OurId, 0x5F);
    private readonly Transmitter _transmitter;

    public TransmitOfferTests()
    {
        _ledger.LimitSite(4000);
        _ledger.Enter(First, 600, 3200);
        _ledger.Enter(Second, 600, 1600);
        _transmitter = new Transmitter(new TransmitPolicy(_ledger, OurId, false));
    }

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(1, 0)]
    [DataRow(599, 0)]
    [DataRow(600, 600)]
    [DataRow(1216, 1216)]
    [DataRow(3200, 3200)]
    [DataRow(3201, 3200)]
    [DataRow(65535, 3200)]
    [DataRow(-1, 0)]
    public void Sends_zero_or_an_offer_between_minimum_and_ceiling(int wanted, int expected)
    {
        int[] commands = { 0x05, 0x08, 0x09 };
        for (int protocol = 1; protocol <= 2; protocol++)
        {
            foreach (int command in commands)
            {
                Assert.AreEqual(expected, Offer(First, protocol, command, wanted).Centiamps);
            }
        }
        bool lowered = wanted > 0 && wanted != expected;
        Assert.AreEqual(lowered ? 6L : 0L, _transmitter.ClampedCount);
        Assert.AreEqual(0L, _transmitter.RefusedCount);
    }

    [TestMethod]
    public void The_second_gets_what_the_first_leaves()
    {
        Offer(First, 2, HeartbeatCommand.SessionLimit, 3200);
        Assert.AreEqual(1600, Offer(Second, 2, HeartbeatCommand.SessionLimit, 1600).Centiamps);
        _ledger.OnOffered(First, 3200);
        Assert.AreEqual(800, Offer(Second, 2, HeartbeatCommand.SessionLimit, 1600).Centiamps);
        _ledger.OnOffered(First, 3401);
        Assert.AreEqual(0, Offer(Second, 2, HeartbeatCommand.SessionLimit, 1600).Centiamps);
    }

    [TestMethod]
    [DataRow(0x05)]
    [DataRow(0x08)]
    [DataRow(0x09)]
    public void A_limit_enters_the_books_when_it_has_left(int command)
    {
        Offer(Second, 2, command, 1700);
        Assert.AreEqual(0, _ledger.OfferedTo(Second));
        _transmitter.OnSent();
        Assert.AreEqual(1600, _ledger.OfferedTo(Second));
        Offer(Second, 2, command, 600);
        Assert.AreEqual(1600, _ledger.OfferedTo(Second));
        _transmitter.OnSent();
        Assert.AreEqual(600, _ledger.OfferedTo(Second));
        Assert.AreEqual(0, _ledger.OfferedTo(First));
    }

    [TestMethod]
    public void A_raise_enters_the_books_as_2_A_more_and_stops_at_the_ceiling()
    {
        Offer(Second, 2, HeartbeatCommand.SessionLimit, 1300);
        _transmitter.OnSent();
        Assert.IsTrue(Offer(Second, 2, HeartbeatCommand.RaiseBy2Amps, 0).IsWhole);
        Assert.AreEqual(1300, _ledger.OfferedTo(Second));
        _transmitter.OnSent();
        Assert.AreEqual(1500, _ledger.OfferedTo(Second));
        _writer.Heartbeat(Second, 2, HeartbeatCommand.RaiseBy2Amps, 0);
        Assert.AreEqual(0, _transmitter.Load(_writer));
        Assert.AreEqual(1L, _transmitter.RefusedCount);
        Assert.AreEqual(1500, _ledger.OfferedTo(Second));
    }

    [TestMethod]
    [DataRow(2400, true)]
    [DataRow(2401, false)]
    public void A_raise_stops_at_the_site_limit(int firstOffer, bool goes)
    {
        _ledger.OnOffered(First, firstOffer);
        _ledger.OnOffered(Second, 1400);
        _writer.Heartbeat(Second, 2, HeartbeatCommand.RaiseBy2Amps, 0);
        Assert.AreEqual(goes, _transmitter.Load(_writer) > 0);
    }

    // How much a peripheral lowers by itself is its own affair: the books stay on the safe side.
    [TestMethod]
    [DataRow(HeartbeatCommand.NoChange)]
    [DataRow(HeartbeatCommand.LowerBy2Amps)]
    public void Other_commands_leave_the_books_alone(int command)
    {
        _ledger.OnOffered(First, 1600);
        Assert.IsTrue(Offer(First, 2, command, 0).IsWhole);
        _transmitter.OnSent();
        Assert.AreEqual(1600, _ledger.OfferedTo(First));
    }

    private SentFrame Offer(int id, int protocol, int command, int centiamps)
    {
        _writer.Heartbeat(id, protocol, command, centiamps);
        SentFrame frame = new SentFrame(_transmitter.Wire, _transmitter.Load(_writer));
        Assert.IsTrue(frame.IsWhole && frame.IsHeartbeat);
        Assert.AreEqual(OurId, frame.Sender);
        Assert.AreEqual(id, frame.Receiver);
        Assert.AreEqual(command, frame.Command);
        return frame;
    }
}
