using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests;

/// <summary>PROTOCOL 6 rule 2: offers are cut to every ceiling, their sum to the site limit; one is
/// lowered, and heard to be, before another is raised. SafetyWatch looks at every step.</summary>
[TestClass]
public class BridgeTestsRule2
{
    [TestMethod]
    [DataRow(6, 32, 32, "6")]
    [DataRow(16, 32, 32, "16")]
    [DataRow(80, 20, 32, "20")]
    [DataRow(80, 80, 16, "16")]
    public void Rule_2_an_offer_is_cut_to_every_ceiling(
        int siteAmps, int connectorAmps, int ratingAmps, string told)
    {
        BridgeRig rig = new BridgeRig(siteAmps, StopMode.Minimum, 2);
        rig.Options.Charging.ConnectorLimitCentiamps = 100 * connectorAmps;
        rig.Options.Charging.DefaultCentiamps = 8000;
        rig.Fakes[0].RatingCentiamps = 100 * ratingAmps;
        rig.Pass(60);
        Assert.AreEqual(told, rig.Told);
        rig.CheckNothingWasCut();
    }

    [TestMethod]
    public void Rule_2_a_newcomer_is_served_out_of_what_the_first_gave_up()
    {
        BridgeRig rig = new BridgeRig(16, StopMode.Minimum, 2, 2);
        rig.SetAmps(BridgeRig.Site, 16, BridgeRig.Forever);
        rig.Fakes[1].IsOff = true;
        rig.Pass(60);
        Assert.AreEqual("16 0", rig.Told);
        rig.Fakes[1].IsOff = false;
        rig.Fakes[1].Reset(rig.NowMs);
        rig.Pass(30);
        Assert.AreEqual("8 8", rig.Told);
        Assert.AreEqual(1600, rig.Watch.HighestCentiamps);
        rig.CheckNothingWasCut();
    }

    [TestMethod]
    public void Rule_2_a_raise_that_was_never_confirmed_is_not_given_away()
    {
        BridgeRig rig = new BridgeRig(20, StopMode.Minimum, 2, 2);
        rig.SetAmps(0, 6, BridgeRig.Forever);
        rig.SetAmps(1, 6, BridgeRig.Forever);
        rig.Pass(60);
        Assert.AreEqual("6 6", rig.Told);

        // The second hears its 14 A, but its answers are lost, and then it hears no more.
        rig.Fakes[1].MutePercent = 100;
        rig.SetAmps(1, 14, BridgeRig.Forever);
        rig.Pass(6);
        Assert.AreEqual(1400, rig.Fakes[1].Charger.HeldCentiamps);
        rig.Fakes[1].DeafPercent = 100;
        rig.SetAmps(1, 6, BridgeRig.Forever);
        rig.SetAmps(0, 14, BridgeRig.Forever);
        rig.Pass(45);
        Assert.AreEqual(600, rig.Fakes[0].OfferedCentiamps);
        rig.Pass(30);
        Assert.AreEqual(1400, rig.Fakes[0].OfferedCentiamps, "once it must be off");
        rig.CheckNothingWasCut();
    }

    // Seed 128642: what leaves with the answer to an order leaves both books, also the second time.
    [TestMethod]
    public void Rule_2_what_an_opened_contactor_frees_is_free_in_every_book()
    {
        BridgeRig rig = new BridgeRig(16, StopMode.Contactor, 2, 2);
        rig.SetAmps(BridgeRig.Site, 16, BridgeRig.Forever);
        rig.Pass(60);
        rig.SetEnabled(0, false);
        rig.Pass(70);
        rig.SetEnabled(0, true);
        rig.Pass(120);
        Assert.AreEqual("8 8", rig.Told);
        rig.SetEnabled(0, false);
        ContactorOrders orders = rig.Bridge.Bus.Orders;
        while (!orders.IsPending(0) && !orders.IsPending(1))
        {
            Assert.IsTrue(rig.NowMs < 400000, "nothing was ordered");
            rig.Bus.Run(rig.NowMs + 5);
        }
        rig.Fakes[0].MutePercent = 100;
        rig.Bus.Run(rig.NowMs + 1000);
        rig.Fakes[0].MutePercent = 0;
        while (orders.IsPending(0) || orders.IsPending(1))
        {
            Assert.IsTrue(rig.NowMs < 400000, "nothing was answered");
            rig.Bus.Run(rig.NowMs + 5);
        }
        Assert.AreEqual(0, rig.Bridge.Bus.Ledger.OfferedTo(0x1000));
        rig.Pass(10);
        Assert.AreEqual(1600, rig.Fakes[1].OfferedCentiamps);
        rig.CheckNothingWasCut();
    }

    [TestMethod]
    public void Rule_2_what_a_lost_one_may_draw_is_nobody_elses_for_thirty_seconds()
    {
        BridgeRig rig = new BridgeRig(16, StopMode.Minimum, 2, 2);
        rig.SetAmps(BridgeRig.Site, 16, BridgeRig.Forever);
        rig.Pass(60);
        Assert.AreEqual("8 8", rig.Told);
        rig.Fakes[0].DeafPercent = 100;
        rig.Fakes[0].MutePercent = 100;
        rig.Pass(55);
        Assert.AreEqual(800, rig.Fakes[1].OfferedCentiamps);
        rig.Pass(5);
        Assert.AreEqual(1600, rig.Fakes[1].OfferedCentiamps);
        rig.CheckNothingWasCut();
    }

    [TestMethod]
    public void Rule_2_a_reset_frees_what_was_held_before_it()
    {
        BridgeRig rig = new BridgeRig(16, StopMode.Minimum, 2, 2);
        rig.SetAmps(BridgeRig.Site, 16, BridgeRig.Forever);
        rig.SetEnabled(BridgeRig.Site, false);
        rig.Pass(60);
        rig.SetEnabled(1, false);
        rig.SetEnabled(BridgeRig.Site, true);
        rig.Pass(10);
        Assert.AreEqual("16 0", rig.Told);

        // Lost, forbidden, and back with nothing before its old current is off the books.
        rig.SetEnabled(0, false);
        rig.Fakes[0].IsOff = true;
        rig.Pass(30);
        rig.SetEnabled(1, true);
        rig.Fakes[0].IsOff = false;
        rig.Fakes[0].Reset(rig.NowMs);
        rig.Pass(120);
        Assert.AreEqual("0 16", rig.Told);
        rig.CheckNothingWasCut();
    }

    [TestMethod]
    public void Rule_2_a_contactor_that_is_about_to_close_counts_already()
    {
        BridgeRig rig = new BridgeRig(20, StopMode.Contactor, 2, 2);
        rig.Options.Charging.DefaultCentiamps = 2000;
        rig.Pass(60);
        rig.SetEnabled(0, false);
        rig.Pass(100);
        Assert.AreEqual("0 20", rig.Told);
        rig.Fakes[0].DeafPercent = 95;
        rig.SetEnabled(0, true);
        rig.SetAmps(0, 14, BridgeRig.Forever);
        rig.SetAmps(1, 6, BridgeRig.Forever);
        rig.Pass(8);
        rig.SetAmps(1, 20, BridgeRig.Forever);
        rig.SetAmps(0, 6, BridgeRig.Forever);
        rig.Pass(60);
        rig.CheckNothingWasCut();
    }

    [TestMethod]
    public void Rule_2_a_contactor_that_has_opened_leaves_the_books_at_once()
    {
        BridgeRig rig = new BridgeRig(20, StopMode.Contactor, 2, 2);
        rig.Options.Charging.DefaultCentiamps = 1400;
        rig.SetAmps(BridgeRig.Site, 20, BridgeRig.Forever);
        rig.Pass(60);
        rig.SetAmps(0, 6, BridgeRig.Forever);
        rig.Pass(60);
        Assert.AreEqual("6 14", rig.Told);
        rig.SetEnabled(0, false);
        rig.Pass(30);
        Assert.AreEqual("0 20", rig.Told);
        rig.CheckNothingWasCut();
    }

    [TestMethod]
    public void Rule_2_whose_firmware_takes_no_orders_is_stopped_by_silence_where_it_has_to_be()
    {
        BridgeRig rig = new BridgeRig(12, StopMode.Contactor, 2, 2);
        rig.Options.Charging.DefaultCentiamps = 1200;
        rig.Fakes[0].UnknownQuery = 0xB2;
        rig.Fakes[1].UnknownQuery = 0xB2;
        rig.Pass(60);
        Assert.AreEqual("6 6", rig.Told);
        rig.Options.Charging.SiteLimitCentiamps = 1100;
        rig.Bridge.OnLimitsChanged();
        rig.Pass(70);
        int held = rig.Fakes[0].Charger.HeldCentiamps + rig.Fakes[1].Charger.HeldCentiamps;
        Assert.IsTrue(held > 0 && held <= 1100, "held: " + held);
    }

    // Eight connectors leave a gap every 2.1 s, and whoever does not answer is ordered every 2 s.
    [TestMethod]
    public void An_order_waits_for_no_other_that_is_not_answered()
    {
        BridgeRig rig = new BridgeRig(80, StopMode.Contactor, 2, 2, 2, 2, 2, 2, 2, 2);
        foreach (FakePeripheral fake in rig.Fakes)
        {
            fake.LeastDelayMs = 150;
            fake.MostDelayMs = 150;
        }
        rig.Options.Charging.DefaultCentiamps = 4800;
        rig.Pass(130);
        rig.Fakes[0].UnknownQuery = 0xB2;
        rig.SetEnabled(0, false);
        rig.SetEnabled(7, false);
        int seconds = 0;
        for (; seconds < 30 && !rig.Fakes[7].Charger.IsOpen; seconds++)
        {
            rig.Pass(1);
        }
        Assert.IsTrue(seconds <= 6, "after " + seconds + " s");
    }

    // Each leaves no room for the other, until one of them is told less.
    [TestMethod]
    public void Rule_2_idle_ones_that_hold_too_much_are_told_their_minimum()
    {
        BridgeRig rig = new BridgeRig(32, StopMode.Minimum, 2, 2);
        rig.Options.Charging.DefaultCentiamps = 3200;
        rig.Fakes[0].Charger.HasCar = false;
        rig.Fakes[1].Charger.HasCar = false;
        rig.Pass(60);
        Assert.AreEqual("16 16", rig.Told);
        rig.Options.Charging.SiteLimitCentiamps = 1200;
        rig.Restart();
        rig.Pass(60);
        Assert.AreEqual("6 6", rig.Told);
        Assert.AreEqual(600, rig.Fakes[0].Charger.AcceptedCentiamps);
        Assert.AreEqual(600, rig.Fakes[1].Charger.AcceptedCentiamps);
        rig.CheckNothingWasCut();
    }

    [TestMethod]
    public void Rule_2_the_books_forget_whoever_gave_its_place_to_another()
    {
        BridgeOptions options = new BridgeOptions();
        options.Bus.MaxPeripherals = 1;
        options.Charging.DefaultCentiamps = 1600;
        BridgeTurns turns = new BridgeTurns(options, 0);
        Timeline timeline = new Timeline(turns, 0);
        timeline.Pass(3700);
        timeline.Hear(3800, "FDE2 1234 55 0C80 /16");
        timeline.Pass(3840);
        timeline.Hear(3844, "FDE0 1234 7777 04 0640 /16");
        timeline.Pass(3844 + 55999);
        timeline.Hear(3844 + 56000, "FDE2 4321 55 0C80 /16");
        timeline.ExpectSent(3849 + 56000, "FBE0 7777 4321 05 0640 /16");
        Assert.AreEqual(0, turns.Bridge.Bus.Ledger.OfferedTo(0x1234));
        Assert.AreEqual(0L, turns.Bridge.Bus.Transmitter.ClampedCount);
    }
}
