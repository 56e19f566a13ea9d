using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

[TestClass]
public class PausesTests
{
    private readonly Pauses _pauses = new Pauses();

    [TestMethod]
    public void A_change_is_as_old_as_its_first_telling()
    {
        _pauses.OnOffer(600, 800, 100000);
        Assert.AreEqual(105000L, _pauses.MayChangeAtMs);
        _pauses.OnTold(100700);
        Assert.AreEqual(105700L, _pauses.MayChangeAtMs);
        Assert.AreEqual(0L, _pauses.MaySwitchAtMs);
    }

    [TestMethod]
    public void So_is_a_switch()
    {
        _pauses.OnOffer(0, 800, 100000);
        Assert.AreEqual(160000L, _pauses.MaySwitchAtMs);
        _pauses.OnTold(100700);
        Assert.AreEqual(160700L, _pauses.MaySwitchAtMs);
        _pauses.OnTold(110000);
        Assert.AreEqual(160700L, _pauses.MaySwitchAtMs, "told again");
    }

    // Seed 107018: what was decided first never left, for want of room.
    [TestMethod]
    public void It_is_still_one_when_the_offer_has_changed_before_it_was_told()
    {
        _pauses.OnOffer(0, 1000, 100000);
        _pauses.OnOffer(1000, 600, 101000);
        _pauses.OnOffer(600, 800, 106000);
        _pauses.OnTold(106500);
        Assert.AreEqual(166500L, _pauses.MaySwitchAtMs);
        _pauses.OnOffer(800, 900, 120000);
        Assert.AreEqual(166500L, _pauses.MaySwitchAtMs);
    }

    [TestMethod]
    public void A_switch_that_was_never_told_does_not_live_on_in_the_next_link()
    {
        _pauses.OnOffer(0, 800, 100000);
        _pauses.OnLost(false);
        _pauses.OnUnlinked();
        _pauses.OnTold(120000);
        Assert.AreEqual(0L, _pauses.MaySwitchAtMs);
    }
}
