using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

/// <summary>The site beside what does not obey: limits from before our time, minima that are still
/// drawn, and another controller that decides. Amounts in amps, times since boot.</summary>
[TestClass]
public class SiteOddityTests
{
    private const int Site = Claims.Site;
    private const long Forever = Claims.Forever;

    [TestMethod]
    public void Nobody_is_raised_while_a_stranger_may_hold_an_old_limit()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Site.OnStrangersPossible(30000);
        rig.Claim(Site, 32, Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.PassObeyed(29999);
        Assert.AreEqual("0", rig.Offers);
        rig.PassObeyed(30000);
        Assert.AreEqual("32", rig.Offers);
    }

    [TestMethod]
    public void Meanwhile_a_car_goes_on_with_what_it_charges_with()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Site.OnStrangersPossible(30000);
        rig.Claim(Site, 32, Forever);
        rig.Link(0, 2);
        rig.Link(1, 2);
        rig.Active(0, 10, 10);
        rig.Idle(1, 10);
        Assert.AreEqual("10 0", rig.Offers);
        rig.PassObeyed(29999);
        Assert.AreEqual("10 0", rig.Offers);
        rig.Active(1, 10, 10);
        Assert.AreEqual("10 10", rig.Offers);
        rig.PassObeyed(35000);
        Assert.AreEqual("16 16", rig.Offers);
    }

    [TestMethod]
    public void Opens_the_contactor_of_one_that_does_not_obey_all_the_same()
    {
        SiteRig rig = Rig(32, StopMode.Contactor);
        rig.Claim(Site, 16, Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.PassObeyed(100000);
        rig.Site.OnEnabled(0, false);
        rig.Pass(100001);
        rig.Active(0, 16, 16);
        Assert.AreEqual(ContactorWish.None, rig.Site.ContactorWishOf(0));
        rig.Pass(105001);
        rig.Active(0, 16, 16);
        Assert.AreEqual(ContactorWish.Open, rig.Site.ContactorWishOf(0));
    }

    // What it may still be drawing is reserved: its minimum besides would be taken twice.
    [TestMethod]
    public void One_that_was_just_silenced_takes_no_turn_from_those_that_charge()
    {
        SiteRig rig = Rig(23, StopMode.Silence);
        rig.Claim(Site, 23, Forever);
        rig.Link(0, 2);
        rig.Link(1, 2);
        rig.Active(0, 0, 0);
        rig.Active(1, 0, 0);
        rig.PassObeyed(100000);
        Assert.AreEqual("12 11", rig.Offers);
        rig.Site.OnEnabled(0, false);
        rig.Pass(100001);
        Assert.AreEqual("- 11", rig.Offers);
        rig.Site.OnEnabled(0, true);
        rig.Claim(Site, 15, Forever);
        Assert.AreEqual("- 11", rig.Offers);
        rig.Pass(105001);
        Assert.AreEqual("- 11", rig.Offers);
    }

    [TestMethod]
    public void The_minimum_of_one_that_waits_for_its_minute_is_not_the_others_yet()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Claim(Site, 18, Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.PassObeyed(100000);
        rig.Link(1, 1);
        rig.Active(1, 0, 0);
        rig.PassObeyed(120000);
        Assert.AreEqual("10 8", rig.Offers);
        rig.Site.OnEnabled(1, false);
        rig.Link(2, 2);
        rig.Active(2, 0, 0);
        rig.PassObeyed(150000);
        Assert.AreEqual("6 5 7", rig.Offers);
        rig.PassObeyed(180000);
        Assert.AreEqual("9 0 9", rig.Offers);
    }

    // An order takes a while, and some firmware knows none.
    [TestMethod]
    public void The_minimum_of_one_whose_contactor_is_still_to_open_is_not_the_others_yet()
    {
        SiteRig rig = Rig(24, StopMode.Contactor);
        rig.Claim(Site, 24, Forever);
        for (int i = 0; i < 3; i++)
        {
            rig.Link(i, 2);
            rig.Active(i, 0, 0);
        }
        rig.PassObeyed(100000);
        Assert.AreEqual("8 8 8", rig.Offers);
        rig.Options.SiteLimitCentiamps = 2000;
        rig.Site.OnEnabled(2, false);
        rig.Site.OnOptionsChanged();
        rig.Pass(100001);
        Assert.AreEqual("7 7 0", rig.Offers);
        rig.Active(0, 7, 7);
        rig.Active(1, 7, 7);
        rig.Active(2, 6, 6);
        rig.Site.OnContactor(2, true, rig.NowMs);
        rig.Active(2, 6, 0);
        rig.Pass(105001);
        Assert.AreEqual("10 10 0", rig.Offers);
    }

    [TestMethod]
    public void An_offer_that_only_waits_for_its_time_does_not_open_a_contactor()
    {
        SiteRig rig = Rig(32, StopMode.Contactor);
        rig.Claim(Site, 16, Forever);
        rig.Site.OnStrangersPossible(30000);
        rig.Link(0, 2);
        rig.Active(0, 3, 3);
        Assert.AreEqual("0", rig.Offers);
        Assert.AreEqual(ContactorWish.None, rig.Site.ContactorWishOf(0));
        rig.Site.OnEnabled(0, false);
        rig.Site.OnTime(rig.NowMs);
        Assert.AreEqual(ContactorWish.Open, rig.Site.ContactorWishOf(0));
    }

    [TestMethod]
    public void Who_only_listens_shows_the_other_controllers_limit_and_decides_nothing()
    {
        SiteRig rig = Rig(16, StopMode.Minimum);
        rig.Options.Passive = true;
        rig.Claim(Site, 10, Forever);
        rig.Site.OnPlace(0, 0xA00);
        rig.Site.OnLinkReady(0, 0, 2, 0);
        for (int i = 0; i < 60; i++)
        {
            rig.Active(0, 13, 13);
            rig.Pass(rig.NowMs + 1000);
            Assert.AreEqual("13", rig.Offers);
            Assert.AreEqual(ConnectorFault.None, rig.Site.FaultOf(0));
        }
        rig.Active(0, 13, 16);
        rig.Pass(rig.NowMs + 10000);
        Assert.AreEqual(ConnectorFault.DrawsMoreThanOffered, rig.Site.FaultOf(0));
    }

    [TestMethod]
    public void A_rating_that_was_missed_limits_only_who_decides()
    {
        SiteRig rig = Rig(16, StopMode.Minimum);
        rig.Site.OnPlace(0, 0xA00);
        Assert.AreEqual(0, rig.Site.CeilingOf(0));
        rig.Options.Passive = true;
        Assert.AreEqual(1600, rig.Site.CeilingOf(0));
        rig.Site.OnLinkReady(0, 1300, 2, 0);
        Assert.AreEqual(1300, rig.Site.CeilingOf(0));
    }

    // Seed 117378: it was raised to 28 A, and the order that nobody wanted any more opened it then.
    [TestMethod]
    public void Nothing_is_raised_while_an_order_to_the_contactor_may_still_be_carried_out()
    {
        SiteRig rig = Rig(32, StopMode.Contactor);
        rig.Claim(Claims.Site, 16, Claims.Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.PassObeyed(100000);
        rig.Site.OnEnabled(0, false);
        rig.Pass(100001);
        rig.Active(0, 6, 6);
        Assert.AreEqual(ContactorWish.Open, rig.Site.ContactorWishOf(0));
        rig.Site.At(0).Order = OrderStage.Pending;
        rig.Pass(110000);
        rig.Site.OnEnabled(0, true);
        rig.Active(0, 6, 6);
        Assert.AreEqual("0", rig.Offers);
        rig.Site.At(0).Order = OrderStage.None;
        rig.Active(0, 6, 6);
        Assert.AreEqual("16", rig.Offers);
    }

    private static SiteRig Rig(int limitAmps, StopMode mode)
    {
        return new SiteRig(new ChargingOptions
        {
            SiteLimitCentiamps = 100 * limitAmps,
            StopMode = mode,
        });
    }
}
