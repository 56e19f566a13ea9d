using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

/// <summary>One connector: what it may draw at worst, its pauses and its alarms.</summary>
[TestClass]
public class ConnectorTests
{
    private const int Rating = 3200;
    private const long LinkedAtMs = 100000;
    private const long Never = long.MaxValue;

    private readonly Connector _connector = new Connector();
    private readonly ConnectorReport _report = new ConnectorReport();

    public ConnectorTests()
    {
        _connector.Assign(0x1234);
    }

    [TestMethod]
    public void May_hold_its_whole_rating_until_it_tells()
    {
        Assert.AreEqual(0, _connector.ExposureCentiamps);
        Link();
        Assert.AreEqual(Rating, _connector.ExposureCentiamps);
        _connector.OnOffer(600, LinkedAtMs);
        Report(0, 0, LinkedAtMs + 50);
        Assert.AreEqual(600, _connector.ExposureCentiamps);
    }

    [TestMethod]
    public void One_that_never_told_was_left_alone_and_comes_back_with_nothing()
    {
        Link();
        _connector.OnOffer(600, LinkedAtMs);
        _connector.OnLinkReady(Rating, 2, LinkedAtMs + 10000);
        Assert.AreEqual(Rating, _connector.ExposureCentiamps);
        _connector.OnLost(LinkedAtMs + 56000);
        _connector.OnTime(LinkedAtMs + 55999);
        Assert.AreEqual(Rating, _connector.ExposureCentiamps);
        _connector.OnTime(LinkedAtMs + 56000);
        Assert.AreEqual(0, _connector.ExposureCentiamps);
        Link();
        _connector.OnOffer(600, LinkedAtMs);
        Assert.AreEqual(600, _connector.ExposureCentiamps);
    }

    [TestMethod]
    public void One_that_told_may_come_back_with_anything()
    {
        Link();
        Report(600, 0, LinkedAtMs + 50);
        _connector.OnLost(LinkedAtMs + 56000);
        _connector.OnTime(LinkedAtMs + 56000);
        Link();
        Assert.AreEqual(Rating, _connector.ExposureCentiamps);
    }

    [TestMethod]
    public void A_raise_counts_at_once_and_a_lowering_when_it_is_confirmed()
    {
        Link();
        Report(600, 0, 101000);
        _connector.OnOffer(1600, 101000);
        Assert.AreEqual(1600, _connector.ExposureCentiamps);
        Report(1600, 1500, 102000);
        _connector.OnOffer(600, 107000);
        Assert.AreEqual(1600, _connector.ExposureCentiamps);
        Report(1600, 1500, 107500);
        Assert.AreEqual(1600, _connector.ExposureCentiamps);
        Report(600, 650, 108000);
        Assert.AreEqual(600, _connector.ExposureCentiamps);
    }

    [TestMethod]
    public void An_offer_whose_answer_was_lost_counts_until_the_next_answer()
    {
        Link();
        Report(600, 0, 101000);
        _connector.OnOffer(1600, 101000);
        _connector.OnOffer(600, 106000);
        Assert.AreEqual(1600, _connector.ExposureCentiamps);
        Report(600, 0, 107000);
        Assert.AreEqual(600, _connector.ExposureCentiamps);
    }

    [TestMethod]
    public void What_it_still_draws_counts_beyond_the_tolerance()
    {
        Link();
        _connector.OnOffer(600, LinkedAtMs);
        Report(600, 700, 101000);
        Assert.AreEqual(600, _connector.ExposureCentiamps);
        Report(600, 701, 102000);
        Assert.AreEqual(701, _connector.ExposureCentiamps);
    }

    [TestMethod]
    public void An_open_contactor_passes_nothing_unless_it_shows_otherwise()
    {
        Link();
        Report(600, 0, 101000);
        _connector.OnContactor(true, 101000);
        Assert.AreEqual(0, _connector.ExposureCentiamps);
        Report(600, 99, 102000);
        Assert.AreEqual(0, _connector.ExposureCentiamps);
        Report(600, 100, 103000);
        Assert.AreEqual(600, _connector.ExposureCentiamps);
    }

    [TestMethod]
    public void An_open_contactor_that_is_about_to_close_counts_with_its_offer()
    {
        Link();
        Report(600, 0, 101000);
        _connector.OnContactor(true, 101000);
        _connector.OnOffer(1600, 200000);
        Assert.AreEqual(1600, _connector.ExposureCentiamps);
    }

    [TestMethod]
    public void A_lost_one_keeps_its_current_reserved_until_its_contactor_must_have_opened()
    {
        Link();
        _connector.OnOffer(1600, LinkedAtMs);
        Report(1600, 1500, 101000);
        _connector.OnOffer(800, 106000);
        _connector.OnLost(157000);
        Assert.IsFalse(_connector.IsLinked);
        Assert.AreEqual(0, _connector.OfferedCentiamps);
        Assert.AreEqual(Connector.Unknown, _connector.AcceptedCentiamps);
        Assert.AreEqual(157000L, _connector.DueAtMs);
        _connector.OnTime(156999);
        Assert.AreEqual(1600, _connector.ExposureCentiamps);
        _connector.OnTime(157000);
        Assert.AreEqual(0, _connector.ExposureCentiamps);
    }

    [TestMethod]
    public void A_reset_holds_at_most_what_it_held_before()
    {
        Link();
        _connector.OnOffer(1600, LinkedAtMs);
        Report(1600, 1500, 101000);
        _connector.OnLinkReady(Rating, 2, 102000);
        Assert.AreEqual(1600, _connector.ExposureCentiamps);
        Assert.AreEqual(1600, _connector.OfferedCentiamps);
    }

    [TestMethod]
    public void Pauses_between_changes_and_between_on_and_off()
    {
        Link();
        Assert.IsTrue(_connector.Pauses.MayChangeAtMs <= LinkedAtMs);
        Assert.IsTrue(_connector.Pauses.MaySwitchAtMs <= LinkedAtMs);
        _connector.OnOffer(600, 101000);
        Assert.AreEqual(106000L, _connector.Pauses.MayChangeAtMs);
        Assert.AreEqual(161000L, _connector.Pauses.MaySwitchAtMs);
        _connector.OnOffer(600, 102000);
        Assert.AreEqual(106000L, _connector.Pauses.MayChangeAtMs, "the same is no change");
        _connector.OnOffer(1600, 110000);
        Assert.AreEqual(115000L, _connector.Pauses.MayChangeAtMs);
        Assert.AreEqual(161000L, _connector.Pauses.MaySwitchAtMs);
        _connector.OnOffer(0, 170000);
        Assert.AreEqual(230000L, _connector.Pauses.MaySwitchAtMs);
    }

    [TestMethod]
    public void A_lost_link_may_be_taken_up_at_once_but_a_pause_by_silence_keeps_its_dwell()
    {
        Link();
        _connector.OnOffer(600, 101000);
        _connector.OnLost(160000);
        Assert.IsTrue(_connector.Pauses.MaySwitchAtMs <= 101000);
        Link();
        _connector.OnOffer(600, 200000);
        _connector.OnServed(false, 270000);
        _connector.OnLost(330000);
        Assert.AreEqual(330000L, _connector.Pauses.MaySwitchAtMs);
    }

    [TestMethod]
    public void A_limit_above_the_offer_is_an_alarm_once_it_had_time_to_obey()
    {
        Link();
        _connector.OnOffer(1600, LinkedAtMs + 1000);
        Report(1700, 0, LinkedAtMs + 5999);
        Assert.IsFalse(_connector.IsAcceptingTooMuch);
        Report(1600, 0, LinkedAtMs + 6000);
        Assert.IsFalse(_connector.IsAcceptingTooMuch);
        Report(1601, 0, LinkedAtMs + 6000);
        Assert.IsTrue(_connector.IsAcceptingTooMuch);
        Report(1600, 0, LinkedAtMs + 7000);
        Assert.IsFalse(_connector.IsAcceptingTooMuch);
    }

    [TestMethod]
    public void A_limit_from_before_the_link_is_no_alarm_at_first()
    {
        Link();
        Report(3200, 0, LinkedAtMs + 4999);
        Assert.IsFalse(_connector.IsAcceptingTooMuch);
        Report(3200, 0, LinkedAtMs + 5000);
        Assert.IsTrue(_connector.IsAcceptingTooMuch);
    }

    [TestMethod]
    [DataRow(1, 500, false)]
    [DataRow(1, 501, true)]
    [DataRow(2, 600, false)]
    [DataRow(2, 601, true)]
    public void The_minimum_that_a_protocol_makes_of_0_is_no_alarm(
        int protocol, int accepted, bool isAlarm)
    {
        _connector.OnLinkReady(Rating, protocol, LinkedAtMs);
        Report(accepted, 0, LinkedAtMs + 10000);
        Assert.AreEqual(isAlarm, _connector.IsAcceptingTooMuch);
    }

    [TestMethod]
    [DataRow(1, 0, 499, 0)]
    [DataRow(1, 0, 500, 500)]
    [DataRow(1, 0, 1600, 500)]
    [DataRow(1, 800, 500, 800)]
    [DataRow(2, 0, 600, 600)]
    [DataRow(2, 600, 1600, 600)]
    public void Takes_its_minimum_where_it_draws_that_at_less(
        int protocol, int accepted, int drawn, int taken)
    {
        _connector.OnLinkReady(Rating, protocol, LinkedAtMs);
        Report(accepted, drawn, LinkedAtMs);
        Assert.AreEqual(taken, _connector.TakenCentiamps);
    }

    // Has a car, state 01, wants current, state 02, contactor open; accepted, drawn; then whether
    // it is active and whether it charges.
    [TestMethod]
    [DataRow("-----", 0, 0, "--")]
    [DataRow("-----", 600, 25, "--")]
    [DataRow("-----", 600, 100, "ac")]
    [DataRow("h----", 600, 0, "--")]
    [DataRow("h-w--", 0, 0, "a-")]
    [DataRow("hcw--", 0, 0, "a-")]
    [DataRow("hcw--", 600, 0, "ac")]
    [DataRow("h---o", 600, 0, "a-")]
    [DataRow("----o", 600, 0, "--")]
    [DataRow("hcw-o", 600, 99, "a-")]
    [DataRow("hcw-o", 600, 100, "ac")]
    [DataRow("h--e-", 600, 1686, "ac")]
    public void Is_active_when_its_car_charges_or_wants_to(
        string facts, int accepted, int drawn, string expected)
    {
        Link();
        _connector.OnContactor(facts[4] == 'o', 101000);
        _report.HasCar = facts[0] == 'h';
        _report.IsCharging = facts[1] == 'c';
        _report.WantsCurrent = facts[2] == 'w';
        _report.ReportsError = facts[3] == 'e';
        Report(accepted, drawn, 101000);
        Assert.AreEqual(
            expected,
            (_connector.IsActive ? "a" : "-") + (_connector.IsCharging ? "c" : "-"));
        Assert.AreEqual(facts[0] == 'h', _connector.HasCar);
        Assert.AreEqual(facts[3] == 'e', _connector.ReportsError);
    }

    [TestMethod]
    public void A_contactor_that_opens_ends_the_charge_unless_current_still_flows()
    {
        Link();
        _report.HasCar = true;
        _report.IsCharging = true;
        Report(600, 500, 101000);
        _connector.OnContactor(true, 102000);
        Assert.IsTrue(_connector.IsCharging);
        Report(600, 0, 102000);
        Assert.IsFalse(_connector.IsCharging);
        _connector.OnContactor(false, 102000);
        Report(600, 0, 103000);
        Assert.IsTrue(_connector.IsCharging);
        _connector.OnContactor(true, 102000);
        Assert.IsFalse(_connector.IsCharging);
    }

    [TestMethod]
    public void A_car_that_went_is_no_longer_active()
    {
        Link();
        _report.HasCar = true;
        _report.WantsCurrent = true;
        Report(600, 0, 101000);
        _connector.OnCar(false);
        Assert.IsFalse(_connector.IsActive);
        _connector.OnCar(true);
        Assert.IsFalse(_connector.IsActive, "only a report tells that it wants current");
        Assert.IsTrue(_connector.HasCar);
    }

    [TestMethod]
    public void One_that_is_not_served_stays_unlinked_and_is_seen()
    {
        Link();
        _connector.OnServed(false, 102000);
        _connector.OnLost(160000);
        _connector.OnLinkReady(Rating, 2, 170000);
        Assert.IsFalse(_connector.IsLinked);
        Assert.AreEqual(170000L, _connector.SeenAtMs);
    }

    [TestMethod]
    public void Another_id_finds_the_place_as_new()
    {
        Link();
        _connector.OnOffer(1600, LinkedAtMs);
        Report(1600, 1500, 101000);
        _connector.IsEnabled = false;
        _connector.OnServed(false, 102000);
        _connector.OnLost(160000);
        _connector.Assign(0x4321);
        Assert.AreEqual(0x4321, _connector.Id);
        Assert.AreEqual(0, _connector.ExposureCentiamps);
        Assert.IsTrue(_connector.IsEnabled);
        Assert.IsTrue(_connector.IsServed);
        Assert.AreEqual(0, _connector.OfferedCentiamps);
        Assert.AreEqual(Never, _connector.DueAtMs);
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
