using TwcBridge.Messages;

namespace TwcBridge.UnitTests.Messages;

[TestClass]
public class OfferLedgerTests
{
    private const int First = 0x8204;
    private const int Second = 0x032E;

    private readonly OfferLedger _ledger = new OfferLedger();

    // Rows: site limit, the second one's offer, the first one's minimum and ceiling, wanted, cut.
    [TestMethod]
    [DataRow(3200, 0, 600, 3200, 1600, 1600)]
    [DataRow(3200, 0, 600, 3200, 3200, 3200)]
    [DataRow(3200, 0, 600, 3200, 3201, 3200)]
    [DataRow(3200, 0, 600, 3200, 65535, 3200)]
    [DataRow(3200, 0, 600, 1600, 1601, 1600)]
    [DataRow(3200, 1600, 600, 3200, 1600, 1600)]
    [DataRow(3200, 1600, 600, 3200, 1601, 1600)]
    [DataRow(3200, 2600, 600, 3200, 1600, 600)]
    [DataRow(3250, 1600, 600, 3200, 3200, 1600)]
    [DataRow(3200, 2601, 600, 3200, 1600, 0)]
    [DataRow(3200, 3200, 600, 3200, 1600, 0)]
    [DataRow(3200, 4000, 600, 3200, 1600, 0)]
    [DataRow(3200, 0, 600, 3200, 600, 600)]
    [DataRow(3200, 0, 600, 3200, 599, 0)]
    [DataRow(3200, 0, 600, 3200, 1, 0)]
    [DataRow(3200, 0, 600, 3200, 0, 0)]
    [DataRow(3200, 0, 600, 599, 600, 0)]
    [DataRow(3200, 0, 600, 0, 600, 0)]
    [DataRow(0, 0, 600, 3200, 600, 0)]
    [DataRow(599, 0, 600, 3200, 600, 0)]
    [DataRow(3200, 4000, 0, 3200, 1600, 0)]
    [DataRow(3200, 0, 600, 3200, -1, 0)]
    public void Cuts_to_ceiling_and_site(
        int site, int other, int min, int ceiling, int wanted, int expected)
    {
        _ledger.LimitSite(site);
        _ledger.Enter(First, min, ceiling);
        _ledger.Enter(Second, 600, 65535);
        _ledger.OnOffered(Second, other);
        Assert.AreEqual(expected, _ledger.Cut(First, wanted));
    }

    [TestMethod]
    public void Allows_nothing_before_it_is_told_a_site_limit()
    {
        _ledger.Enter(First, 600, 3200);
        Assert.AreEqual(0, _ledger.Cut(First, 600));
    }

    [TestMethod]
    public void A_peripheral_does_not_compete_with_its_own_offer()
    {
        _ledger.LimitSite(3200);
        _ledger.Enter(First, 600, 3200);
        _ledger.OnOffered(First, 3200);
        Assert.AreEqual(3200, _ledger.Cut(First, 3200));
    }

    [TestMethod]
    public void A_site_limit_that_falls_lets_every_step_down_pass_and_none_up()
    {
        _ledger.LimitSite(3200);
        _ledger.Enter(First, 600, 3200);
        _ledger.Enter(Second, 600, 3200);
        _ledger.OnOffered(First, 1600);
        _ledger.OnOffered(Second, 1600);
        _ledger.LimitSite(1300);
        Assert.AreEqual(600, _ledger.Cut(First, 600));
        Assert.AreEqual(1600, _ledger.Cut(First, 1700));
        _ledger.OnOffered(First, 600);
        Assert.AreEqual(600, _ledger.Cut(First, 700));
        Assert.AreEqual(600, _ledger.Cut(Second, 600));
        _ledger.OnOffered(Second, 600);
        Assert.AreEqual(700, _ledger.Cut(First, 1600));
    }

    // Told, accepted, at most drawn, and what stands in the books.
    [TestMethod]
    [DataRow(1600, 1600, 1600, 1600)]
    [DataRow(1600, 0, 0, 0)]
    [DataRow(1600, 600, 1600, 1600)]
    [DataRow(0, 900, 900, 900)]
    [DataRow(600, 900, 900, 900)]
    [DataRow(0, 900, 3200, 900)]
    public void Takes_up_what_a_peripheral_says_to_hold(
        int told, int accepted, int most, int booked)
    {
        _ledger.LimitSite(3200);
        _ledger.Enter(First, 600, 3200);
        _ledger.OnOffered(First, told);
        _ledger.OnReported(First, accepted, most);
        Assert.AreEqual(booked, _ledger.OfferedTo(First));
    }

    [TestMethod]
    public void Refuses_one_more_than_it_has_room_for_until_one_is_gone()
    {
        for (int i = 1; i <= OfferLedger.Capacity; i++)
        {
            Assert.IsTrue(_ledger.Enter(i, 600, 3200), "id " + i);
        }
        Assert.IsFalse(_ledger.Enter(0x99, 600, 3200));
        Assert.IsFalse(_ledger.Knows(0x99));
        Assert.IsTrue(_ledger.Enter(3, 600, 1600), "already entered");
        _ledger.Remove(3);
        Assert.IsFalse(_ledger.Knows(3));
        Assert.IsTrue(_ledger.Enter(0x99, 600, 3200));
        Assert.IsTrue(_ledger.Knows(0x99));
    }

    [TestMethod]
    public void Keeps_the_offer_when_a_ceiling_changes()
    {
        _ledger.LimitSite(3200);
        _ledger.Enter(First, 600, 3200);
        _ledger.OnOffered(First, 1600);
        _ledger.Enter(First, 600, 1000);
        Assert.AreEqual(1600, _ledger.OfferedTo(First));
        Assert.AreEqual(1000, _ledger.Cut(First, 1600));
    }

    [TestMethod]
    public void Forgets_the_offer_of_one_that_is_gone()
    {
        _ledger.LimitSite(3200);
        _ledger.Enter(First, 600, 3200);
        _ledger.Enter(Second, 600, 3200);
        _ledger.OnOffered(First, 3200);
        _ledger.Remove(First);
        Assert.AreEqual(0, _ledger.OfferedTo(First));
        Assert.AreEqual(3200, _ledger.Cut(Second, 3200));
        _ledger.Enter(First, 600, 3200);
        Assert.AreEqual(0, _ledger.OfferedTo(First));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(0x9999)]
    public void A_stranger_and_nobody_change_nothing(int id)
    {
        _ledger.LimitSite(3200);
        _ledger.Enter(First, 600, 3200);
        _ledger.OnOffered(id, 3200);
        Assert.AreEqual(3200, _ledger.Cut(First, 3200));
        _ledger.Remove(id);
        Assert.IsFalse(_ledger.Knows(id));
        Assert.AreEqual(0, _ledger.OfferedTo(id));
        Assert.AreEqual(0, _ledger.Cut(id, 1600));
        Assert.AreEqual(3200, _ledger.Cut(First, 3200));
    }

    [TestMethod]
    public void Does_not_enter_nobody()
    {
        Assert.IsFalse(_ledger.Enter(0, 600, 3200));
        Assert.IsFalse(_ledger.Knows(0));
    }
}
