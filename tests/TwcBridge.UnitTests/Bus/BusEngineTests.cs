using TwcBridge.Bus;
using TwcBridge.Messages;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

/// <summary>Questions, orders, counters and places in the cycle, on the bus side alone.</summary>
[TestClass]
public class BusEngineTests
{
    private const string Announced = "FDE2 1234 55 0C80 /16";
    private const string Tells6Amps = "FBE0 7777 1234 05 0258 /16";
    private const string NoChange = "FBE0 7777 1234 /16";
    private const string Accepts6Amps = "FDE0 1234 7777 00 0258 /16";
    private const string Opens = "FCB2 7777 1234 /16";

    private readonly EngineTurns _turns;
    private readonly Timeline _timeline;

    public BusEngineTests()
    {
        _turns = new EngineTurns(
            new BusOptions { ContactorOrders = true, MaxPeripherals = 3 }, 600, 0);
        _timeline = new Timeline(_turns, 0);
    }

    private BusEngine Engine => _turns.Engine;

    [TestMethod]
    public void The_first_word_is_the_captured_frame_to_the_bit()
    {
        byte[] captured = FrameText.Bytes("C0 FC E1 77 77 77 00 00 00 00 00 00 00 00 46 C0");
        Engine.OnTime(2000);
        Assert.AreEqual(captured.Length, Engine.Next(2000));
        Assert.AreEqual(
            FrameText.Hex(captured, captured.Length), FrameText.Hex(Engine.Wire, captured.Length));
    }

    [TestMethod]
    public void A_frame_that_could_not_be_sent_changes_nothing_and_is_offered_again()
    {
        for (long at = 2000; at < 2500; at += 100)
        {
            Engine.OnTime(at);
            Assert.AreEqual(16, Engine.Next(at));
            Assert.AreEqual("FCE1777777 /14", FrameText.OfWire(Engine.Wire, 16));
        }
        Assert.AreEqual(0L, Engine.Transmitter.SentCount);
    }

    [TestMethod]
    public void Questions_begin_after_two_answers_when_the_bursts_are_over()
    {
        Link();
        _timeline.Play(
            TimelineRow.Sent(5000, NoChange),
            TimelineRow.Heard(5039, Accepts6Amps),
            TimelineRow.Sent(5044, "FBEC 7777 1234 /16"),
            TimelineRow.Heard(5083, "FDEC 1234 04 05 03 /16"),
            TimelineRow.Sent(5088, "FBED 7777 1234 /16"),
            TimelineRow.Heard(5131, "FDED 1234 41 /20"),
            TimelineRow.Sent(5136, "FBEB 7777 1234 /16"),
            TimelineRow.Heard(5179, "FDEB 1234 00 /20"),
            TimelineRow.Sent(5184, "FBB4 7777 1234 /16"),
            TimelineRow.Heard(5223, "FDB4 1234 00 /16"),
            TimelineRow.Sent(6000, NoChange));
        Assert.AreEqual(4L, _turns.CountOf(BusEventKind.Informed));
        Assert.AreEqual(2L, _turns.CountOf(BusEventKind.Reported));
    }

    [TestMethod]
    public void An_offer_that_is_cut_is_told_only_when_the_limit_on_the_wire_changes()
    {
        Link();
        Assert.AreEqual(1, _turns.ToldCount);
        _timeline.StaySilent(4500);
        Engine.Ledger.LimitSite(600);
        Engine.Roster.At(0).OnOffer(700);
        _timeline.Play(
            TimelineRow.Sent(4500, Tells6Amps),
            TimelineRow.Heard(4540, Accepts6Amps));
        Assert.AreEqual(1, _turns.ToldCount);
        Engine.Ledger.LimitSite(700);
        _timeline.Play(TimelineRow.Sent(5000, "FBE0 7777 1234 05 02BC /16"));
        Assert.AreEqual(2, _turns.ToldCount);
    }

    // The slowest exchange takes 21 + 160 + 28 + 5 ms, and the next heartbeat is due at 5000.
    [TestMethod]
    [DataRow(4785, 4785)]
    [DataRow(4786, 4786)]
    [DataRow(4787, 5000)]
    public void What_would_end_after_the_next_heartbeat_is_due_waits_for_it(int newsMs, int sentMs)
    {
        Link();
        _timeline.StaySilent(newsMs);
        Engine.Roster.At(0).OnOffer(700);
        _timeline.ExpectSent(sentMs, "FBE0 7777 1234 05 02BC /16");
    }

    [TestMethod]
    public void A_question_that_is_never_answered_is_asked_three_times_in_ten_minutes()
    {
        FakePeripheral fake = new FakePeripheral(0x1234, 2, 1, 0) { UnknownQuery = 0xEC };
        KindCount versions = new KindCount(0xFBEC);
        FakeBus bus = new FakeBus(_turns, new[] { fake }, versions, 0);
        bus.Run(600000);
        Assert.AreEqual(3L, versions.Count);
        Assert.AreEqual(3L, Engine.Counters.QueriesMissed);
        bus.Run(615000);
        Assert.AreEqual(6L, versions.Count);
    }

    [TestMethod]
    public void A_car_without_a_vin_is_asked_three_times_for_each_plug_in()
    {
        FakePeripheral fake = new FakePeripheral(0x1234, 2, 1, 0);
        KindCount vins = new KindCount(0xFBEE);
        FakeBus bus = new FakeBus(_turns, new[] { fake }, vins, 0);
        bus.Run(60000);
        Assert.AreEqual(0L, vins.Count);
        for (int i = 1; i <= 3; i++)
        {
            fake.Charger.HasCar = true;
            bus.Run(600000 * i);
            Assert.AreEqual(3L * i, vins.Count);
            fake.Charger.HasCar = false;
            bus.Run(600000 * i + 60000);
            Assert.AreEqual(3L * i, vins.Count);
        }
    }

    [TestMethod]
    public void An_order_is_sent_in_the_next_gap_and_repeated_until_it_is_acknowledged()
    {
        Link();
        _timeline.StaySilent(4500);
        Engine.Orders.OnOrder(0, false, 4500);
        _timeline.Play(
            TimelineRow.Sent(4500, Opens),
            TimelineRow.Sent(5000, NoChange),
            TimelineRow.Sent(6000, NoChange),
            TimelineRow.Sent(6500, Opens),
            TimelineRow.Heard(6540, "FDB2 1234 /16"),
            TimelineRow.Sent(7000, NoChange),
            TimelineRow.Sent(8000, NoChange),
            TimelineRow.Sent(9000, NoChange));
        Assert.AreEqual(1L, _turns.CountOf(BusEventKind.ContactorOpened));
    }

    [TestMethod]
    public void The_answer_to_another_order_does_not_settle_this_one()
    {
        Link();
        _timeline.StaySilent(4500);
        Engine.Orders.OnOrder(0, false, 4500);
        _timeline.Play(
            TimelineRow.Sent(4500, Opens),
            TimelineRow.Heard(4540, "FDB1 1234 /16"));
        Assert.AreEqual(6500L, Engine.Orders.DueAtMs(0));
        Assert.AreEqual(1L, _turns.CountOf(BusEventKind.ContactorClosed));
    }

    [TestMethod]
    public void Who_links_while_another_is_lost_gets_a_place_of_its_own()
    {
        _timeline.Pass(3700);
        _timeline.Hear(3800, Announced);
        _timeline.Pass(3830);
        _timeline.Hear(3830, "FDE2 4321 55 0C80 /16");
        for (long at = 4100; at < 29000; at += 1000)
        {
            _timeline.Pass(at);
            _timeline.Hear(at, "FDE0 4321 7777 00 0258 /16");
        }
        _timeline.Pass(29800 - 1);
        _timeline.Hear(29800, "FDE2 ABCD 55 0C80 /16");
        Assert.AreEqual(LinkState.Absent, Engine.Roster.At(0).Link);
        _timeline.Pass(31500);
        Assert.AreEqual(0L, Engine.Roster.At(1).HeartbeatDueAtMs % 1000);
        Assert.AreEqual(220L, Engine.Roster.At(2).HeartbeatDueAtMs % 1000);
    }

    [TestMethod]
    [DataRow("FDE5 1234 /16", MessageStatus.UnknownPair)]
    [DataRow("FDEB 1234 /16", MessageStatus.LengthNotOfKind)]
    [DataRow("FDE0 0000 7777 /16", MessageStatus.ZeroId)]
    [DataRow("FDE0 1234 7777 10 /16", MessageStatus.ImplausibleState)]
    public void Refused_messages_are_counted_by_cause_and_change_nothing(
        string frame, MessageStatus status)
    {
        Link();
        long accepted = Engine.Counters.Accepted;
        for (int i = 0; i < 3; i++)
        {
            _timeline.Hear(4500 + 40 * i, frame);
        }
        Assert.AreEqual(3L, Engine.Counters.RefusedFor(status));
        Assert.AreEqual(accepted, Engine.Counters.Accepted);
        Assert.AreEqual(3844L, Engine.Roster.At(0).HeardAtMs);
        _timeline.ExpectSent(5000, NoChange);
    }

    [TestMethod]
    public void Messages_that_concern_nobody_are_counted()
    {
        Link();
        for (int i = 0; i < 3; i++)
        {
            _timeline.Hear(4500 + 40 * i, "FDE0 4321 7777 00 0258 /16");
        }
        Assert.AreEqual(3L, Engine.Counters.Unconcerned);
    }

    private void Link()
    {
        _timeline.Pass(3700);
        _timeline.Play(
            TimelineRow.Heard(3800, Announced),
            TimelineRow.Sent(3805, Tells6Amps),
            TimelineRow.Heard(3844, Accepts6Amps),
            TimelineRow.Sent(4000, Tells6Amps));
    }
}
