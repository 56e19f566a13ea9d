using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

/// <summary>One connector on its way between on and off, and one that does not go.</summary>
[TestClass]
public class ConnectorSwitchTests
{
    private const int Rating = 3200;
    private const long LinkedAtMs = 100000;

    private readonly Connector _connector = new Connector();
    private readonly ConnectorReport _report = new ConnectorReport();

    public ConnectorSwitchTests()
    {
        _connector.Assign(0x1234);
    }

    [TestMethod]
    [DataRow(1, OrderStage.None)]
    [DataRow(2, OrderStage.GivenUp)]
    public void One_that_draws_on_although_it_was_offered_0_cannot_be_stopped_until_its_car_goes(
        int protocol, OrderStage order)
    {
        _connector.OnLinkReady(Rating, protocol, LinkedAtMs);
        _connector.Order = order;
        _report.HasCar = true;
        Report(0, 400, 101000);
        _connector.OnTime(110999);
        Assert.IsFalse(_connector.IsUnstoppable);
        _connector.OnTime(111000);
        Assert.IsTrue(_connector.IsUnstoppable);
        _connector.OnOffer(500, 111000);
        Report(500, 400, 112000);
        _connector.OnTime(112000);
        Assert.IsTrue(_connector.IsUnstoppable, "it only seems to obey");
        _connector.OnCar(false);
        Assert.IsFalse(_connector.IsUnstoppable);
    }

    // Seed 301819: it was started by its driver and then allowed to, and waited for room at 0, of
    // which protocol 2 makes its minimum.
    [TestMethod]
    public void One_whose_contactor_was_never_ordered_to_open_may_still_be_stopped_by_that()
    {
        Link();
        _report.HasCar = true;
        Report(600, 500, 101000);
        _connector.OnTime(150000);
        Assert.IsTrue(_connector.IsOverdrawing);
        Assert.IsFalse(_connector.IsUnstoppable);
    }

    [TestMethod]
    public void One_that_could_not_be_stopped_is_tried_again_with_its_next_charge()
    {
        Link();
        _report.HasCar = true;
        Report(600, 500, 101000);
        _connector.Order = OrderStage.GivenUp;
        _connector.OnTime(111000);
        Assert.IsTrue(_connector.IsUnstoppable);
        Report(600, 0, 112000);
        Assert.IsFalse(_connector.IsUnstoppable);
    }

    // Unanswered, protocol 2 stays in state 08 while its car charges at the minimum.
    [TestMethod]
    public void A_start_that_nobody_asked_for_is_over_once_current_flows()
    {
        Link();
        _report.HasCar = true;
        _report.IsStarting = true;
        Report(600, 50, 101000);
        Assert.IsTrue(_connector.IsStartingUnasked);
        Assert.IsFalse(_connector.IsCharging);
        Report(600, 519, 102000);
        Assert.IsFalse(_connector.IsStartingUnasked);
        Assert.IsTrue(_connector.IsCharging);
    }

    [TestMethod]
    public void One_whose_order_is_on_its_way_may_still_be_stopped_by_it()
    {
        Link();
        _report.HasCar = true;
        Report(600, 500, 101000);
        _connector.Order = OrderStage.Pending;
        _connector.OnTime(150000);
        Assert.IsFalse(_connector.IsUnstoppable);
        _connector.Order = OrderStage.GivenUp;
        _connector.OnTime(150005);
        Assert.IsTrue(_connector.IsUnstoppable, "given up");
        _connector.OnContactor(true, 150100);
        Assert.IsFalse(_connector.IsUnstoppable, "the last order was answered after all");
    }

    // An order may be lost for a while; it is no reason never to order again.
    [TestMethod]
    public void One_that_has_obeyed_an_order_can_be_stopped_by_one()
    {
        Link();
        _report.HasCar = true;
        _connector.OnContactor(true, 100500);
        Report(600, 500, 101000);
        _connector.OnTime(111000);
        Assert.IsTrue(_connector.IsOverdrawing);
        Assert.IsFalse(_connector.IsUnstoppable);
    }

    [TestMethod]
    public void A_contactor_that_opens_takes_the_offer_along_until_current_flows()
    {
        Link();
        _connector.OnOffer(600, LinkedAtMs);
        Report(600, 0, 101000);
        _connector.OnContactor(true, 200000);
        Assert.AreEqual(0, _connector.OfferedCentiamps);
        Assert.AreEqual(260000L, _connector.Pauses.MaySwitchAtMs);
        Report(600, 500, 201000);
        Assert.IsFalse(_connector.IsContactorOpen);
    }

    // Seed 210851: it was told 7 A, and the order to close left 7 s later, and again.
    [TestMethod]
    public void One_whose_contactor_closes_late_stays_on_for_a_minute_from_the_first_order()
    {
        Link();
        _connector.OnContactor(true, 101000);
        _connector.OnOffer(700, 170000);
        _connector.Pauses.OnTold(170500);
        Assert.AreEqual(230500L, _connector.Pauses.MaySwitchAtMs);
        _connector.OnOrders(true, false, false, 171000);
        Assert.AreEqual(230500L, _connector.Pauses.MaySwitchAtMs, "none has left");
        _connector.OnOrders(true, false, true, 177500);
        Assert.AreEqual(237500L, _connector.Pauses.MaySwitchAtMs);
        _connector.OnOrders(true, false, true, 179500);
        Assert.AreEqual(237500L, _connector.Pauses.MaySwitchAtMs, "repeated");
        _connector.OnOrders(true, false, false, 180000);
        Assert.AreEqual(237500L, _connector.Pauses.MaySwitchAtMs, "opened meanwhile");
    }

    [TestMethod]
    public void One_that_charges_against_an_offer_of_0_is_off_a_minute_after_it_has_stopped()
    {
        Link();
        Report(600, 500, 101000);
        _connector.OnTime(101000);
        Report(600, 500, 102000);
        _connector.OnTime(102000);
        Report(0, 0, 103000);
        _connector.OnTime(103000);
        Assert.AreEqual(163000L, _connector.Pauses.MaySwitchAtMs);
    }

    [TestMethod]
    public void One_that_begins_against_an_offer_of_0_may_be_ended_a_minute_later()
    {
        Link();
        for (long at = 101000; at <= 161000; at += 1000)
        {
            Report(600, 500, at);
            _connector.OnTime(at);
        }
        Assert.AreEqual(161000L, _connector.Pauses.MaySwitchAtMs);
    }

    [TestMethod]
    public void A_pause_by_silence_and_a_switched_contactor_begin_the_minute_between_on_and_off()
    {
        Link();
        _connector.OnServed(false, 200000);
        Assert.AreEqual(
            260000L, _connector.Pauses.MaySwitchAtMs, "also one that was offered nothing");
        _connector.OnServed(true, 270000);
        Assert.AreEqual(260000L, _connector.Pauses.MaySwitchAtMs);
        _connector.OnContactor(true, 300000);
        Assert.AreEqual(360000L, _connector.Pauses.MaySwitchAtMs);
        _connector.OnContactor(true, 310000);
        Assert.AreEqual(360000L, _connector.Pauses.MaySwitchAtMs, "nothing new");
    }

    // Seed 103282: the answer to the order came too late to count, and the next found it closed.
    [TestMethod]
    public void A_contactor_that_turns_out_to_be_closed_begins_the_minute_too()
    {
        Link();
        _connector.OnOffer(600, LinkedAtMs);
        Report(600, 500, 101000);
        _connector.OnContactor(true, 200000);
        _connector.OnOffer(600, 270000);
        Report(600, 0, 271000);
        Assert.AreEqual(330000L, _connector.Pauses.MaySwitchAtMs);
        Report(600, 150, 290000);
        Assert.AreEqual(350000L, _connector.Pauses.MaySwitchAtMs);
        _connector.OnContactor(false, 291000);
        Report(600, 519, 292000);
        Assert.AreEqual(350000L, _connector.Pauses.MaySwitchAtMs);
    }

    private void Link()
    {
        _connector.OnLinkReady(Rating, 2, LinkedAtMs);
    }

    private void Report(int acceptedCentiamps, int drawnCentiamps, long nowMs)
    {
        _report.AcceptedCentiamps = acceptedCentiamps;
        _report.DrawnCentiamps = drawnCentiamps;
        _report.Protocol = _connector.Protocol;
        _connector.OnReport(_report, nowMs);
    }
}
