using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

/// <summary>Claims, shares, pauses and turns, as they reach the offers. Amounts in amps, times
/// since boot.</summary>
[TestClass]
public class SiteControllerTests
{
    private const int Site = Claims.Site;
    private const long Forever = Claims.Forever;

    [TestMethod]
    public void At_boot_the_failsafe_is_offered_whatever_the_limits_allow()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.PassObeyed(20000);
        Assert.AreEqual("6", rig.Offers);
        rig.Claim(Site, 16, Forever);
        Assert.AreEqual("16", rig.Offers);
    }

    [TestMethod]
    public void The_offer_falls_to_the_failsafe_exactly_when_the_lease_ends()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.Claim(Site, 16, 60000);
        rig.PassObeyed(59999);
        Assert.AreEqual("16", rig.Offers);
        Assert.AreEqual(60000L, rig.Site.NextDueAtMs());
        rig.Pass(60000);
        Assert.AreEqual("6", rig.Offers);
    }

    [TestMethod]
    public void A_change_waits_until_five_seconds_after_the_last()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.PassObeyed(20000);
        rig.Claim(Site, 10, Forever);
        rig.Claim(Site, 16, Forever);
        Assert.AreEqual("10", rig.Offers);
        rig.PassObeyed(24999);
        Assert.AreEqual("10", rig.Offers);
        rig.PassObeyed(25000);
        Assert.AreEqual("16", rig.Offers);
        rig.Claim(Site, 8, Forever);
        rig.PassObeyed(29999);
        Assert.AreEqual("16", rig.Offers);
        rig.PassObeyed(30000);
        Assert.AreEqual("8", rig.Offers);
    }

    [TestMethod]
    public void On_and_off_are_sixty_seconds_apart_on_protocol_1()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Link(0, 1);
        rig.Active(0, 0, 0);
        rig.PassObeyed(20000);
        Assert.AreEqual("6", rig.Offers);
        rig.Claim(0, 0, Forever);
        Assert.AreEqual("5", rig.Offers, "the minimum until then");
        rig.PassObeyed(59999);
        Assert.AreEqual("5", rig.Offers);
        rig.PassObeyed(60000);
        Assert.AreEqual("0", rig.Offers);
        rig.Claim(0, 10, Forever);
        rig.PassObeyed(119999);
        Assert.AreEqual("0", rig.Offers);
        rig.PassObeyed(120000);
        Assert.AreEqual("10", rig.Offers);
    }

    [TestMethod]
    public void Protocol_2_holds_its_minimum_when_it_is_switched_off()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.Claim(Site, 16, Forever);
        rig.PassObeyed(100000);
        rig.Site.OnEnabled(0, false);
        rig.PassObeyed(110000);
        Assert.AreEqual("6", rig.Offers);
        rig.Site.OnEnabled(0, true);
        rig.Site.OnEnabled(Site, false);
        rig.PassObeyed(200000);
        Assert.AreEqual("6", rig.Offers);
        rig.Site.OnEnabled(Site, true);
        rig.PassObeyed(210000);
        Assert.AreEqual("16", rig.Offers);
    }

    [TestMethod]
    public void Protocol_2_that_was_never_offered_anything_stays_so_while_it_is_forbidden()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Site.OnEnabled(Site, false);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.PassObeyed(100000);
        Assert.AreEqual("0", rig.Offers);
    }

    [TestMethod]
    public void A_limit_that_cannot_carry_every_minimum_silences_who_does_not_fit()
    {
        SiteRig rig = Rig(10, StopMode.Minimum);
        rig.Link(0, 2);
        rig.Link(1, 2);
        rig.Active(0, 6, 6);
        rig.Active(1, 6, 6);
        rig.Pass(1000);
        Assert.AreEqual("6 -", rig.Offers);
        Assert.AreEqual(ConnectorFault.SiteLimitTooSmall, rig.Site.FaultOf(1));
        Assert.AreEqual(ConnectorFault.None, rig.Site.FaultOf(0));
    }

    [TestMethod]
    public void Shows_the_worst_fault()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Link(0, 2);
        rig.Site.OnTime(0);
        rig.Pass(10000);
        Assert.AreEqual(ConnectorFault.None, rig.Site.FaultOf(0));
        rig.Active(0, 20, 0);
        Assert.AreEqual(ConnectorFault.AcceptsMoreThanOffered, rig.Site.FaultOf(0));
        rig.Active(0, 20, 20);
        rig.Pass(19999);
        rig.Active(0, 20, 20);
        rig.Pass(20000);
        Assert.AreEqual(ConnectorFault.DrawsMoreThanOffered, rig.Site.FaultOf(0));
    }

    [TestMethod]
    public void Asks_the_contactor_only_in_its_mode_and_until_it_is_as_it_should_be()
    {
        SiteRig rig = Rig(32, StopMode.Contactor);
        rig.Claim(Site, 16, Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.PassObeyed(100000);
        Assert.AreEqual(ContactorWish.None, rig.Site.ContactorWishOf(0));
        rig.Site.OnEnabled(0, false);
        rig.Pass(100001);
        Assert.AreEqual("0", rig.Offers);
        Assert.AreEqual(ContactorWish.None, rig.Site.ContactorWishOf(0), "it holds 16 A");
        rig.Active(0, 6, 6);
        Assert.AreEqual(ContactorWish.Open, rig.Site.ContactorWishOf(0));
        rig.Site.OnContactor(0, true, rig.NowMs);
        rig.Active(0, 6, 0);
        Assert.AreEqual(ContactorWish.None, rig.Site.ContactorWishOf(0));
        rig.Site.OnEnabled(0, true);
        rig.Pass(160000);
        Assert.AreEqual("0", rig.Offers, "off for a minute at least");
        rig.Pass(160001);
        Assert.AreEqual("16", rig.Offers);
        Assert.AreEqual(ContactorWish.Close, rig.Site.ContactorWishOf(0));
        rig.Site.OnContactor(0, false, rig.NowMs);
        Assert.AreEqual(ContactorWish.None, rig.Site.ContactorWishOf(0));
    }

    // Somebody pressed start at it: from now on it takes its minimum, and an order to its contactor
    // is of use only once it charges.
    [TestMethod]
    public void One_that_starts_behind_an_opened_contactor_takes_its_minimum_from_the_others()
    {
        SiteRig rig = Rig(20, StopMode.Contactor);
        rig.Claim(Site, 20, Forever);
        rig.Link(0, 2);
        rig.Link(1, 2);
        rig.Active(0, 0, 0);
        rig.Active(1, 0, 0);
        rig.PassObeyed(100000);
        rig.Site.OnEnabled(1, false);
        rig.Pass(100001);
        rig.Site.OnContactor(1, true, rig.NowMs);
        rig.Active(1, 6, 0);
        rig.PassObeyed(200000);
        Assert.AreEqual("20 0", rig.Offers);
        rig.Starting(1, 6);
        Assert.AreEqual("14 0", rig.Offers);
        Assert.AreEqual(ContactorWish.None, rig.Site.ContactorWishOf(1));
        rig.Active(0, 14, 14);
        rig.Active(1, 6, 6);
        Assert.AreEqual(ContactorWish.Open, rig.Site.ContactorWishOf(1));
    }

    [TestMethod]
    public void Pauses_by_silence_in_its_mode_and_serves_again_after_a_minute()
    {
        SiteRig rig = Rig(32, StopMode.Silence);
        rig.Claim(Site, 16, Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.PassObeyed(100000);
        rig.Site.OnEnabled(0, false);
        rig.Pass(100001);
        Assert.AreEqual("-", rig.Offers);
        rig.Pass(126000);
        rig.Site.OnLost(0, 156000);
        rig.Site.OnEnabled(0, true);
        for (long at = 130000; at <= 160000; at += 10000)
        {
            rig.Pass(at);
            rig.Link(0, 2);
            Assert.AreEqual("-", rig.Offers);
        }
        rig.Pass(160001);
        Assert.AreEqual("0", rig.Offers, "served, and not linked yet");
        rig.Pass(170000);
        rig.Link(0, 2);
        Assert.AreEqual("16", rig.Offers);
    }

    [TestMethod]
    public void One_that_never_answers_does_not_keep_the_others_low_for_ever()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Claim(Site, 10, Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.Pass(5000);
        rig.Link(1, 2);
        rig.Claim(Site, 32, Forever);
        rig.Active(0, 10, 10);
        rig.Pass(31000);
        rig.Site.OnLost(1, 61000);
        rig.Pass(60999);
        Assert.AreEqual("10 0", rig.Offers, "it may hold 32 A from before");
        rig.Pass(61000);
        Assert.AreEqual("32 0", rig.Offers);
        rig.Claim(Site, 10, Forever);
        rig.PassObeyed(75000);
        rig.Link(1, 2);
        rig.Claim(Site, 32, Forever);
        Assert.AreEqual("32 0", rig.Offers, "it was left alone until it was off");
    }

    [TestMethod]
    public void Nothing_new_and_nothing_due_is_no_decision()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Link(0, 2);
        rig.Pass(1000);
        Assert.IsFalse(rig.Site.OnTime(1000));
        rig.Site.OnOptionsChanged();
        Assert.AreEqual(0L, rig.Site.NextDueAtMs());
        Assert.IsTrue(rig.Site.OnTime(1000));
        Assert.IsFalse(rig.Site.OnTime(1000));
    }

    [TestMethod]
    public void A_lower_site_limit_acts_at_once()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Claim(Site, 32, Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.PassObeyed(10000);
        rig.Options.SiteLimitCentiamps = 1000;
        rig.Site.OnOptionsChanged();
        rig.Site.OnTime(10000);
        rig.Options.SiteLimitCentiamps = 800;
        rig.Site.OnOptionsChanged();
        rig.Site.OnTime(10001);
        Assert.AreEqual("8", rig.Offers);
    }

    private static SiteRig Rig(int limitAmps, StopMode mode)
    {
        return new SiteRig(new ChargingOptions
        {
            SiteLimitCentiamps = 100 * limitAmps,
            ConnectorLimitCentiamps = 3200,
            StopMode = mode,
        });
    }
}
