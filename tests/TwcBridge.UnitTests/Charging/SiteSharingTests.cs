using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

/// <summary>Claims, shares, pauses and turns, as they reach the offers. Amounts in amps, times
/// since boot.</summary>
[TestClass]
public class SiteSharingTests
{
    private const int Site = Claims.Site;
    private const long Forever = Claims.Forever;

    [TestMethod]
    public void Raises_one_only_after_the_other_has_confirmed_its_lowering()
    {
        SiteRig rig = Rig(16, StopMode.Minimum);
        rig.Claim(Site, 16, Forever);
        rig.Link(0, 2);
        rig.Active(0, 0, 0);
        rig.PassObeyed(10000);
        Assert.AreEqual("16", rig.Offers);
        rig.Link(1, 2);
        rig.Active(1, 0, 0);
        Assert.AreEqual("8 0", rig.Offers);
        rig.Active(0, 16, 16);
        rig.Pass(20000);
        Assert.AreEqual("8 0", rig.Offers);
        rig.Active(0, 8, 16);
        rig.Pass(21000);
        Assert.AreEqual("8 0", rig.Offers, "it still draws");
        rig.Active(0, 8, 8);
        Assert.AreEqual("8 8", rig.Offers);
    }

    [TestMethod]
    public void Pauses_in_turn_when_the_budget_does_not_reach_for_all()
    {
        SiteRig rig = Rig(11, StopMode.Contactor);
        rig.Claim(Site, 11, Forever);
        rig.Link(0, 1);
        rig.Active(0, 0, 0);
        rig.PassObeyed(5000);
        rig.Link(1, 2);
        rig.Active(1, 0, 0);
        rig.PassObeyed(20000);
        Assert.AreEqual("5 6", rig.Offers, "both fit");
        rig.Link(2, 1);
        rig.Active(2, 0, 0);
        rig.PassObeyed(899000);
        Assert.AreEqual("5 6 0", rig.Offers);
        rig.PassObeyed(1000000);
        Assert.AreNotEqual("5 6 0", rig.Offers);
    }

    [TestMethod]
    public void A_turn_lasts_fifteen_minutes()
    {
        SiteRig rig = Rig(9, StopMode.Minimum);
        rig.Claim(Site, 9, Forever);
        rig.Link(0, 1);
        rig.Link(1, 1);
        rig.Active(0, 0, 0);
        rig.Active(1, 0, 0);
        rig.Pass(1000);
        Assert.AreEqual("9 0", rig.Offers);
        rig.PassObeyed(900000);
        Assert.AreEqual("9 0", rig.Offers);
        rig.PassObeyed(901100);
        Assert.AreEqual("0 9", rig.Offers);
        rig.PassObeyed(1800000);
        Assert.AreEqual("0 9", rig.Offers);
        rig.PassObeyed(1801200);
        Assert.AreEqual("9 0", rig.Offers);
    }

    [TestMethod]
    public void Turns_are_equal_whoever_stands_idle_between()
    {
        SiteRig rig = Rig(9, StopMode.Minimum);
        rig.Claim(Site, 9, Forever);
        for (int i = 0; i < 4; i++)
        {
            rig.Link(i, 1);
        }
        int[] seconds = new int[4];
        for (long at = 1000; at < 8 * 900000; at += 1000)
        {
            for (int i = 0; i < 4; i += 3)
            {
                int amps = rig.Site.At(i).OfferedCentiamps / 100;
                rig.Active(i, amps, amps);
            }
            rig.Idle(1, 0);
            rig.Idle(2, 0);
            rig.Pass(at);
            seconds[0] += rig.Site.At(0).OfferedCentiamps > 0 ? 1 : 0;
            seconds[3] += rig.Site.At(3).OfferedCentiamps > 0 ? 1 : 0;
        }
        int difference = seconds[0] - seconds[3];
        Assert.IsTrue(difference <= 910 && difference >= -910, seconds[0] + " " + seconds[3]);
    }

    [TestMethod]
    public void What_a_lost_one_may_draw_is_reserved_for_thirty_seconds()
    {
        SiteRig rig = Rig(16, StopMode.Minimum);
        rig.Claim(Site, 16, Forever);
        rig.Link(0, 2);
        rig.Link(1, 2);
        rig.Active(0, 0, 0);
        rig.Active(1, 0, 0);
        rig.PassObeyed(100000);
        Assert.AreEqual("8 8", rig.Offers);
        rig.Site.OnLost(0, 130000);
        rig.PassObeyed(129999);
        Assert.AreEqual("0 8", rig.Offers);
        rig.Pass(130000);
        Assert.AreEqual("0 16", rig.Offers);
    }

    [TestMethod]
    public void Who_draws_too_much_for_ten_seconds_lowers_the_others_at_once()
    {
        SiteRig rig = Rig(32, StopMode.Minimum);
        rig.Claim(Site, 32, Forever);
        rig.Link(0, 2);
        rig.Link(1, 2);
        rig.Active(0, 0, 0);
        rig.Active(1, 0, 0);
        rig.PassObeyed(100000);
        Assert.AreEqual("16 16", rig.Offers);
        rig.Active(0, 16, 20);
        rig.Pass(109999);
        Assert.AreEqual("16 16", rig.Offers);
        Assert.AreEqual(ConnectorFault.None, rig.Site.FaultOf(0));
        rig.Pass(110000);
        Assert.AreEqual(ConnectorFault.DrawsMoreThanOffered, rig.Site.FaultOf(0));
        for (int i = 0; i < 10; i++)
        {
            rig.Active(0, rig.Site.At(0).OfferedCentiamps / 100, 20);
            rig.Pass(rig.NowMs + 1000);
        }
        Assert.AreEqual("13 12", rig.Offers, "20 A are drawn and 12 A left");
        rig.Active(0, 13, 13);
        Assert.AreEqual(ConnectorFault.None, rig.Site.FaultOf(0));
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
