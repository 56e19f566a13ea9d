using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

/// <summary>The site beside what takes or holds more than it is offered: cars that go on at 0, and
/// connectors that keep a limit. Amounts in amps, times since boot.</summary>
[TestClass]
public class SiteHeldLimitTests
{
    private const int Site = Claims.Site;
    private const long Forever = Claims.Forever;

    [TestMethod]
    public void A_car_that_goes_on_at_0_keeps_its_minimum_reserved()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Claim(Site, 32, Forever);
        rig.Link(0, 1);
        rig.Site.OnEnabled(0, false);
        rig.Link(1, 1);
        rig.Active(0, 0, 5);
        rig.Active(1, 0, 0);
        rig.Pass(10000);
        rig.Active(1, 27, 27);
        Assert.AreEqual("5 27", rig.Offers);
        rig.Idle(0, 0);
        rig.Pass(70000);
        Assert.AreEqual("0 27", rig.Offers);
    }

    // Seed 150913: what one that has not been heard yet may hold leaves no room for that.
    [TestMethod]
    public void One_that_goes_on_at_0_is_not_told_its_minimum_while_strangers_may_hold_more()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Claim(Site, 32, Forever);
        rig.Site.OnStrangersPossible(33000);
        rig.Link(0, 1);
        rig.Active(0, 0, 5);
        rig.Pass(32999);
        Assert.AreEqual("0", rig.Offers);
        rig.Pass(33000);
        Assert.AreEqual("32", rig.Offers);
    }

    // Each leaves less than the other's minimum, and both draw more than that.
    [TestMethod]
    public void Two_cars_that_go_on_at_0_are_brought_down_to_their_minimum()
    {
        SiteRig rig = Rig(10, StopMode.Minimum);
        rig.Claim(Site, 10, Forever);
        for (int i = 0; i < 2; i++)
        {
            rig.Link(i, 1);
            rig.Active(i, 0, 0);
        }
        rig.PassObeyed(100000);
        Assert.AreEqual("5 5", rig.Offers);
        rig.Claim(Site, 0, Forever);
        Assert.AreEqual("0 0", rig.Offers);
        rig.Active(0, 0, 6);
        rig.Active(1, 0, 6);
        rig.Pass(109999);
        Assert.AreEqual("0 0", rig.Offers);
        rig.Pass(110000);
        Assert.AreEqual("5 5", rig.Offers);
    }

    // Seed 102750: what it draws anyway is no raise, but the limits together were too high.
    [TestMethod]
    public void One_that_goes_on_at_0_gets_its_minimum_when_the_other_has_made_room()
    {
        SiteRig rig = Rig(18, StopMode.Minimum);
        rig.Claim(Site, 18, Forever);
        rig.Link(0, 2);
        rig.Link(1, 1);
        rig.Active(0, 0, 0);
        rig.Idle(1, 0);
        rig.Pass(60000);
        Assert.AreEqual("18 0", rig.Offers);
        rig.Active(0, 18, 18);
        rig.Active(1, 0, 5);
        Assert.AreEqual("10 0", rig.Offers);
        rig.Pass(80000);
        Assert.AreEqual("10 0", rig.Offers);
        rig.Active(0, 10, 10);
        Assert.AreEqual("10 8", rig.Offers);
    }

    // Seed 102946: stopped while it was about to begin, it still held its 10 A.
    [TestMethod]
    public void One_that_starts_in_spite_of_us_is_told_its_minimum_when_it_holds_more()
    {
        SiteRig rig = Rig(32, StopMode.Contactor);
        rig.Claim(Site, 10, Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        Assert.AreEqual("10", rig.Offers);
        rig.Active(0, 10, 0);
        rig.Pass(60000);
        rig.Site.OnEnabled(0, false);
        rig.Active(0, 10, 0);
        Assert.AreEqual("0", rig.Offers);
        rig.Starting(0, 10);
        rig.Pass(64999);
        Assert.AreEqual("0", rig.Offers);
        rig.Pass(65000);
        Assert.AreEqual("6", rig.Offers);
    }

    // Seed 106554: nothing was heard of it any more, so that it went on holding what it had.
    [TestMethod]
    public void One_that_is_stopped_while_it_starts_is_told_its_minimum_at_once()
    {
        SiteRig rig = Rig(32, StopMode.Contactor);
        rig.Claim(Site, 10, Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.Starting(0, 10);
        rig.Pass(60000);
        rig.Claim(Site, 0, Forever);
        Assert.AreEqual("6", rig.Offers);
        rig.Pass(70000);
        rig.Active(0, 6, 6);
        Assert.AreEqual("0", rig.Offers);
    }

    // What it confirmed last is no longer its own: it may have heard less since.
    [TestMethod]
    public void One_that_was_lowered_unheard_is_not_raised_to_what_it_had()
    {
        SiteRig rig = Rig(24, StopMode.Minimum);
        rig.Link(0, 1);
        rig.Link(1, 1);
        rig.Claim(0, 10, Forever);
        rig.Claim(1, 14, Forever);
        rig.Active(0, 0, 0);
        rig.Active(1, 0, 0);
        rig.PassObeyed(100000);
        Assert.AreEqual("10 14", rig.Offers);
        rig.Options.SiteLimitCentiamps = 2000;
        rig.Site.OnOptionsChanged();
        rig.Pass(100001);
        Assert.AreEqual("10 10", rig.Offers);
        rig.Pass(106000);
        rig.Claim(0, 6, Forever);
        Assert.AreEqual("6 10", rig.Offers);
        rig.Active(0, 6, 6);
        Assert.AreEqual("6 14", rig.Offers);
    }

    // Seed 104079: all waited for each other.
    [TestMethod]
    public void Idle_ones_that_hold_too_much_give_way_to_one_that_goes_on_at_0()
    {
        SiteRig rig = Rig(18, StopMode.Minimum);
        rig.Claim(Site, 18, Forever);
        rig.Site.OnStrangersPossible(30000);
        rig.Link(0, 1);
        rig.Link(1, 2);
        rig.Link(2, 2);
        rig.Idle(1, 8);
        rig.Idle(2, 8);
        rig.Active(0, 0, 5);
        rig.Pass(30000);
        Assert.AreEqual("0 6 6", rig.Offers);
        rig.Idle(1, 6);
        rig.Idle(2, 6);
        Assert.AreEqual("6 6 6", rig.Offers);
    }

    // It is not told its 0, which it would make 6 A of, and might begin with all that it holds.
    [TestMethod]
    public void One_that_stopped_by_itself_keeps_no_more_than_its_minimum()
    {
        SiteRig rig = Rig(32, StopMode.Contactor);
        rig.Claim(Site, 16, Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.PassObeyed(100000);
        Assert.AreEqual("16", rig.Offers);
        rig.Site.OnEnabled(0, false);
        rig.Pass(100001);
        Assert.AreEqual("0", rig.Offers);
        rig.Idle(0, 16);
        rig.Pass(105000);
        Assert.AreEqual("0", rig.Offers);
        rig.Pass(105001);
        Assert.AreEqual("6", rig.Offers);
    }

    // Rooms are counted with the same tolerance: else the others are raised, and lowered at once.
    [TestMethod]
    public void What_it_draws_within_tolerance_of_its_minimum_is_taken_from_nobody()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Claim(Site, 32, Forever);
        for (int i = 0; i < 2; i++)
        {
            rig.Link(i, i + 1);
            rig.Active(i, 0, 0);
        }
        rig.Claim(0, 5, Forever);
        rig.PassObeyed(100000);
        Assert.AreEqual("5 27", rig.Offers);
        rig.Claim(0, 0, Forever);
        rig.Active(0, 0, 6);
        rig.Claim(1, 27, Forever);
        Assert.AreEqual("0 27", rig.Offers);
        rig.Pass(110000);
        Assert.AreEqual("5 27", rig.Offers);
    }

    // Seed 102531: the others were promised its minimum, which the last line then kept from them.
    [TestMethod]
    public void What_it_may_hold_stays_reserved_while_it_announces_itself_anew()
    {
        SiteRig rig = Rig(12, StopMode.Minimum);
        rig.Claim(Site, 12, Forever);
        rig.Link(0, 1);
        rig.Active(0, 0, 0);
        rig.PassObeyed(100000);
        Assert.AreEqual("12", rig.Offers);
        rig.Link(1, 2);
        rig.Idle(1, 6);
        Assert.AreEqual("6 0", rig.Offers);
        rig.Pass(105000);
        rig.Link(1, 2);
        rig.Active(0, 12, 12);
        rig.Pass(120000);
        Assert.AreEqual("6 0", rig.Offers);
    }

    // Seed 105323: the order to close was carried out unheard, and the site stopped meanwhile.
    [TestMethod]
    public void What_one_holds_counts_as_soon_as_its_contactor_may_have_closed()
    {
        SiteRig rig = Rig(16, StopMode.Contactor);
        rig.Claim(Site, 16, Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.Pass(60000);
        rig.Active(0, 8, 0);
        rig.Site.OnEnabled(0, false);
        rig.Site.OnContactor(0, true, rig.NowMs);
        rig.Active(0, 8, 0);
        Assert.AreEqual(0, rig.Site.At(0).ExposureCentiamps);
        rig.Site.At(0).MayHaveClosed = true;
        Assert.AreEqual(800, rig.Site.At(0).ExposureCentiamps);
        rig.Link(1, 1);
        rig.Active(1, 0, 0);
        rig.Pass(70000);
        Assert.AreEqual("6 8", rig.Offers);
        rig.Active(0, 6, 0);
        Assert.AreEqual("6 10", rig.Offers);
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
