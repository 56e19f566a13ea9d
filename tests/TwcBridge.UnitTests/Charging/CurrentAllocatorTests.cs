using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

/// <summary>Shares worked out by hand. Amounts in whole amps.</summary>
[TestClass]
public class CurrentAllocatorTests
{
    private readonly AllocationRound _round = new AllocationRound();

    [TestMethod]
    public void One_gets_all_up_to_its_cap()
    {
        Begin(40, 40);
        Active(0, 32);
        Check("32");
    }

    [TestMethod]
    public void Equals_share_equally_and_the_odd_amp_goes_by_turn()
    {
        Begin(20, 20);
        Active(0, 32);
        Active(0, 32);
        Active(0, 32);
        Check("7 7 6");
        _round.FirstTurn = 1;
        Check("6 7 7");
    }

    [TestMethod]
    public void What_a_low_cap_leaves_goes_to_the_others()
    {
        Begin(40, 40);
        Active(0, 8);
        Active(0, 32);
        Active(0, 20);
        Check("8 16 16");
    }

    [TestMethod]
    public void Never_splits_below_the_minimum_but_pauses_by_turn()
    {
        Begin(16, 16);
        Active(0, 32);
        Active(0, 32);
        Active(0, 32);
        Check("8 8 0");
        Assert.IsTrue(_round.IsShort);
        _round.FirstTurn = 2;
        Check("8 0 8");
    }

    [TestMethod]
    public void Who_has_priority_is_served_first_whatever_the_turn()
    {
        Begin(14, 14);
        Active(0, 32);
        Active(0, 32);
        Active(0, 32);
        _round.Priority[2] = 9;
        _round.Priority[1] = 1;
        Check("0 7 7");
        _round.FirstTurn = 1;
        Check("0 7 7");
        _round.Priority[1] = 0;
        Check("0 7 7");
        _round.FirstTurn = 0;
        Check("7 0 7");
    }

    [TestMethod]
    public void A_floor_with_priority_is_the_last_to_go()
    {
        Begin(10, 10);
        Active(6, 32);
        Active(6, 32);
        _round.Priority[1] = 1;
        Check("- 10");
    }

    [TestMethod]
    public void A_floor_is_given_before_any_turn()
    {
        Begin(11, 11);
        Active(6, 32);
        Active(0, 32);
        _round.FirstTurn = 1;
        Check("11 0");
        Assert.IsTrue(_round.IsShort);
    }

    [TestMethod]
    public void A_floor_that_does_not_fit_is_not_served()
    {
        Begin(10, 10);
        Active(6, 32);
        Active(6, 32);
        Check("10 -");
        Assert.IsTrue(_round.IsShort);
        _round.FirstTurn = 1;
        Check("- 10");
    }

    [TestMethod]
    public void Who_charges_is_served_before_who_stands_idle()
    {
        Begin(10, 10);
        Idle(6, 32);
        Active(6, 32);
        Check("- 10");
    }

    [TestMethod]
    public void Floors_hold_even_where_the_claim_or_the_cap_is_lower()
    {
        Begin(32, 3);
        Active(6, 0);
        Active(6, 32);
        Check("6 6");
        Assert.IsFalse(_round.IsShort);
    }

    [TestMethod]
    public void What_the_active_leave_is_offered_ahead_to_the_idle()
    {
        Begin(40, 40);
        Idle(0, 32);
        Active(0, 16);
        Idle(0, 32);
        Check("12 16 12");
    }

    [TestMethod]
    public void Nothing_is_offered_ahead_while_somebody_active_goes_without()
    {
        Begin(12, 11);
        Active(6, 6);
        Active(0, 32);
        Idle(0, 32);
        _round.MinCentiamps[2] = 500;
        Check("6 0 0");
    }

    [TestMethod]
    public void An_idle_floor_is_not_raised_while_somebody_active_goes_without()
    {
        Begin(11, 11);
        Active(0, 32);
        Idle(6, 32);
        Check("0 6");
    }

    [TestMethod]
    public void What_is_out_of_our_hands_is_not_shared()
    {
        Begin(32, 32);
        Active(0, 32);
        Active(0, 32);
        _round.ReservedCentiamps = 1000;
        Check("11 11");
    }

    [TestMethod]
    public void A_cap_below_the_minimum_pauses_and_is_no_shortage()
    {
        Begin(32, 32);
        Active(0, 5);
        Active(0, 32);
        Check("0 32");
        Assert.IsFalse(_round.IsShort);
    }

    [TestMethod]
    public void Parts_of_an_amp_stay_unused()
    {
        Begin(0, 0);
        _round.HardCentiamps = 1999;
        _round.SoftCentiamps = 1999;
        Active(0, 32);
        _round.CapCentiamps[0] = 1650;
        Check("16");
    }

    [TestMethod]
    public void Nobody_there_is_no_shortage()
    {
        Begin(32, 32);
        Check("");
        Assert.IsFalse(_round.IsShort);
    }

    private void Begin(int hardAmps, int softAmps)
    {
        _round.HardCentiamps = 100 * hardAmps;
        _round.SoftCentiamps = 100 * softAmps;
    }

    private void Active(int floorAmps, int capAmps)
    {
        Add(true, floorAmps, capAmps);
    }

    private void Idle(int floorAmps, int capAmps)
    {
        Add(false, floorAmps, capAmps);
    }

    private void Add(bool isActive, int floorAmps, int capAmps)
    {
        int i = _round.Count++;
        _round.IsPresent[i] = true;
        _round.IsActive[i] = isActive;
        _round.FloorCentiamps[i] = 100 * floorAmps;
        _round.MinCentiamps[i] = 600;
        _round.CapCentiamps[i] = 100 * capAmps;
    }

    // A dash stands for one that is not served.
    private void Check(string expectedAmps)
    {
        CurrentAllocator.Allocate(_round);
        string offers = "";
        for (int i = 0; i < _round.Count; i++)
        {
            offers += i > 0 ? " " : "";
            offers += _round.IsServed[i] ? "" + _round.OfferCentiamps[i] / 100 : "-";
            Assert.AreEqual(0, _round.OfferCentiamps[i] % 100);
        }
        Assert.AreEqual(expectedAmps, offers);
    }
}
