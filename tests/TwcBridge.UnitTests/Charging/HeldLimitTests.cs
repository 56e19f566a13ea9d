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
    public void What_nobody_confirms_is_worth_nothing_after_its_time()
    {
        _held.OnUnconfirmed(3200, 31000);
        Assert.AreEqual(31000L, _held.DueAtMs);
        _held.OnTime(30999);
        Assert.AreEqual(3200, _held.MostCentiamps);
        _held.OnTime(31000);
        Assert.AreEqual(0, _held.MostCentiamps);
        Assert.AreEqual(Never, _held.DueAtMs);
    }

    [TestMethod]
    public void Offers_since_then_outlive_it()
    {
        _held.OnUnconfirmed(3200, 31000);
        _held.OnOffer(600);
        _held.OnTime(31000);
        Assert.AreEqual(600, _held.MostCentiamps);
    }

    [TestMethod]
    public void A_report_ends_the_uncertainty()
    {
        _held.OnUnconfirmed(3200, 31000);
        _held.OnReport(1600, 600);
        Assert.AreEqual(Never, _held.DueAtMs);
        _held.OnTime(31000);
        Assert.AreEqual(1600, _held.MostCentiamps);
    }

    [TestMethod]
    public void A_new_uncertainty_forgets_older_offers()
    {
        _held.OnReport(600, 600);
        _held.OnOffer(1600);
        _held.OnUnconfirmed(700, 5000);
        Assert.AreEqual(700, _held.MostCentiamps);
    }
}
