using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

[TestClass]
public class HeldLimitTests
{
    private const long Never = long.MaxValue;

    private readonly HeldLimit _held = new HeldLimit();

    [TestMethod]
    public void Holds_nothing_at_first()
    {
        Assert.AreEqual(0, _held.MostCentiamps);
        Assert.AreEqual(Never, _held.DueAtMs);
    }

    [TestMethod]
    public void Holds_what_it_confirmed_or_what_is_offered_whichever_is_more()
    {
        _held.OnReport(1600, 600);
        Assert.AreEqual(1600, _held.MostCentiamps);
        _held.OnReport(600, 1600);
        Assert.AreEqual(1600, _held.MostCentiamps);
    }

    [TestMethod]
    public void An_offer_counts_until_the_next_report_even_when_a_lower_one_followed()
    {
        _held.OnReport(600, 600);
        _held.OnOffer(1600);
        _held.OnOffer(800);
        Assert.AreEqual(1600, _held.MostCentiamps);
        _held.OnReport(600, 800);
        Assert.AreEqual(800, _held.MostCentiamps);
    }

    [TestMethod]
    public void What_it_may_hold_from_before_counts_until_it_tells()
    {
        _held.OnLinked(3200);
        _held.OnOffer(600);
        Assert.AreEqual(3200, _held.MostCentiamps);
        Assert.AreEqual(600, _held.OursCentiamps);
        Assert.AreEqual(Never, _held.DueAtMs);
        _held.OnReport(1600, 600);
        Assert.AreEqual(1600, _held.MostCentiamps);
        Assert.AreEqual(1600, _held.OursCentiamps);
    }

    [TestMethod]
    public void A_lost_one_holds_nothing_after_its_time()
    {
        _held.OnReport(1600, 1600);
        _held.OnLost(1700, 31000);
        Assert.AreEqual(31000L, _held.DueAtMs);
        _held.OnTime(30999);
        Assert.AreEqual(1700, _held.MostCentiamps);
        Assert.AreEqual(1700, _held.OursCentiamps);
        _held.OnTime(31000);
        Assert.AreEqual(0, _held.MostCentiamps);
        Assert.AreEqual(Never, _held.DueAtMs);
    }

    [TestMethod]
    public void A_lost_one_that_never_told_may_hold_what_it_had_before_until_then()
    {
        _held.OnLinked(3200);
        _held.OnLost(600, 31000);
        Assert.AreEqual(3200, _held.MostCentiamps);
        Assert.AreEqual(600, _held.OursCentiamps);
        _held.OnTime(31000);
        Assert.AreEqual(0, _held.MostCentiamps);
        Assert.AreEqual(0, _held.OursCentiamps);
    }

    [TestMethod]
    public void A_new_link_ends_what_was_reserved()
    {
        _held.OnReport(600, 1600);
        _held.OnLost(1600, 31000);
        _held.OnLinked(0);
        Assert.AreEqual(0, _held.MostCentiamps);
        Assert.AreEqual(Never, _held.DueAtMs);
    }
}
