using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

[TestClass]
public class ClaimsTests
{
    private const int Site = Claims.Site;
    private const int Unlimited = -1;

    private readonly ChargingOptions _options = new ChargingOptions
    {
        SiteLimitCentiamps = 3200,
        FailsafeCentiamps = 600,
    };

    private readonly Claims _claims;

    public ClaimsTests()
    {
        _claims = new Claims(_options);
    }

    [TestMethod]
    public void Nobody_claims_at_boot_and_the_failsafe_is_in_force()
    {
        Check(0, ClaimSource.Failsafe, 600);
        Check(Site, ClaimSource.Failsafe, 600);
        Assert.AreEqual(3200, _claims.SiteBudgetCentiamps(Present(3)));
        Assert.AreEqual(Claims.Forever, _claims.DueAtMs);
    }

    [TestMethod]
    public void A_default_is_in_force_where_there_is_one()
    {
        _options.DefaultCentiamps = 1300;
        Check(0, ClaimSource.Default, 1300);
        Assert.AreEqual(1300, _claims.SiteBudgetCentiamps(Present(3)));
    }

    [TestMethod]
    public void A_command_for_the_site_is_above_it_and_caps_the_sum()
    {
        _options.DefaultCentiamps = 1300;
        _claims.OnCommand(Site, 2000, 5000);
        Check(0, ClaimSource.Command, 2000);
        Check(Site, ClaimSource.Command, 2000);
        Assert.AreEqual(2000, _claims.SiteBudgetCentiamps(Present(3)));
    }

    [TestMethod]
    public void A_command_for_one_connector_caps_only_that_one()
    {
        _claims.OnCommand(1, 1000, 5000);
        Check(0, ClaimSource.Failsafe, 600);
        Check(1, ClaimSource.Command, 1000);
        Check(Site, ClaimSource.Failsafe, 600);
        Assert.AreEqual(3200, _claims.SiteBudgetCentiamps(Present(3)));
        _claims.OnCommand(Site, 2000, 9000);
        Check(0, ClaimSource.Command, 2000);
        Check(1, ClaimSource.Command, 1000);
        Assert.AreEqual(2000, _claims.SiteBudgetCentiamps(Present(3)));
    }

    [TestMethod]
    public void A_default_shares_only_what_nobody_claimed_for_one_connector()
    {
        _options.DefaultCentiamps = 1300;
        _claims.OnCommand(1, 1000, 5000);
        _claims.OnCommand(3, 700, 5000);
        Assert.AreEqual(2300, _claims.SiteBudgetCentiamps(Present(3)));
        Assert.AreEqual(3000, _claims.SiteBudgetCentiamps(Present(4)));
    }

    [TestMethod]
    public void What_is_claimed_for_one_that_is_gone_is_nobody_elses()
    {
        _options.DefaultCentiamps = 1300;
        _claims.OnCommand(1, 1000, 5000);
        AllocationRound round = Present(3);
        round.IsPresent[1] = false;
        Assert.AreEqual(1300, _claims.SiteBudgetCentiamps(round));
    }

    [TestMethod]
    public void A_lease_ends_exactly_at_its_end()
    {
        _claims.OnCommand(0, 1000, 5000);
        _claims.OnCommand(Site, 2000, 7000);
        Assert.AreEqual(5000L, _claims.DueAtMs);
        _claims.OnTime(4999);
        Check(0, ClaimSource.Command, 1000);
        _claims.OnTime(5000);
        Check(0, ClaimSource.Command, 2000);
        Assert.AreEqual(7000L, _claims.DueAtMs);
        _claims.OnTime(6999);
        Check(0, ClaimSource.Command, 2000);
        _claims.OnTime(7000);
        Check(0, ClaimSource.Failsafe, 600);
        Assert.AreEqual(Claims.Forever, _claims.DueAtMs);
    }

    [TestMethod]
    public void Tells_what_is_left_of_the_lease_in_force()
    {
        Left(0, 1000, Unlimited);
        _claims.OnCommand(Site, 2000, 7000);
        Left(0, 1000, 6000);
        Left(Site, 1000, 6000);
        _claims.OnCommand(0, 1000, 5000);
        Left(0, 1000, 4000);
        Left(1, 1000, 6000);
        Left(0, 5001, 0);
        _claims.OnCommand(0, 1000, Claims.Forever);
        Left(0, 1000, Unlimited);
    }

    [TestMethod]
    public void A_claim_for_ever_lasts_until_it_is_released()
    {
        _claims.OnCommand(0, 0, Claims.Forever);
        _claims.OnTime(long.MaxValue - 1);
        Check(0, ClaimSource.Command, 0);
        Assert.AreEqual(Claims.Forever, _claims.DueAtMs);
        _claims.Release(0);
        Check(0, ClaimSource.Failsafe, 600);
    }

    [TestMethod]
    public void The_last_command_wins()
    {
        _claims.OnCommand(0, 1000, 90000);
        _claims.OnCommand(0, 800, 5000);
        Check(0, ClaimSource.Command, 800);
        Assert.AreEqual(5000L, _claims.DueAtMs);
    }

    [TestMethod]
    public void A_boost_is_above_everything_until_it_ends()
    {
        _claims.OnCommand(0, 1000, Claims.Forever);
        _claims.OnCommand(Site, 2000, 9000);
        _claims.OnCommand(Claims.Boost, 3000, 5000);
        Check(0, ClaimSource.Boost, 3000);
        Check(Site, ClaimSource.Boost, 3000);
        Left(0, 1000, 4000);
        Assert.AreEqual(3000, _claims.SiteBudgetCentiamps(Present(3)));
        Assert.AreEqual(5000L, _claims.DueAtMs);
        _claims.OnTime(5000);
        Assert.IsFalse(_claims.HasBoost);
        Check(0, ClaimSource.Command, 1000);
        Check(Site, ClaimSource.Command, 2000);
    }

    [TestMethod]
    public void A_fail_safe_that_stops_offers_nothing()
    {
        _options.Failsafe = FailsafeMode.Stop;
        Check(0, ClaimSource.Failsafe, 0);
        _claims.OnCommand(Site, 2000, 5000);
        _claims.OnTime(5000);
        Check(0, ClaimSource.Failsafe, 0);
        Check(Site, ClaimSource.Failsafe, 0);
    }

    [TestMethod]
    public void A_fail_safe_that_keeps_holds_what_was_claimed_last()
    {
        _options.Failsafe = FailsafeMode.Keep;
        Check(0, ClaimSource.Failsafe, 600);
        _claims.OnCommand(0, 1000, 5000);
        _claims.OnTime(5000);
        Check(0, ClaimSource.Failsafe, 1000);
        Check(1, ClaimSource.Failsafe, 600);
        Assert.AreEqual(3200, _claims.SiteBudgetCentiamps(Present(3)));
        _claims.OnCommand(Site, 2000, 7000);
        _claims.OnTime(7000);
        Check(0, ClaimSource.Failsafe, 2000);
        Check(1, ClaimSource.Failsafe, 2000);
        Assert.AreEqual(2000, _claims.SiteBudgetCentiamps(Present(3)));
    }

    [TestMethod]
    public void A_fail_safe_that_keeps_forgets_what_was_given_back_and_every_boost()
    {
        _options.Failsafe = FailsafeMode.Keep;
        _claims.OnCommand(Site, 2000, 5000);
        _claims.OnTime(5000);
        _claims.Release(Site);
        Check(0, ClaimSource.Failsafe, 600);
        _claims.OnCommand(Claims.Boost, 3000, 9000);
        _claims.OnTime(9000);
        Check(0, ClaimSource.Failsafe, 600);
    }

    private static AllocationRound Present(int count)
    {
        AllocationRound round = new AllocationRound { Count = count };
        for (int i = 0; i < count; i++)
        {
            round.IsPresent[i] = true;
        }
        return round;
    }

    private void Check(int index, ClaimSource source, int centiamps)
    {
        Assert.AreEqual(source, _claims.SourceOf(index));
        Assert.AreEqual(centiamps, _claims.CentiampsOf(index));
    }

    private void Left(int index, long nowMs, long expectedMs)
    {
        Assert.AreEqual(expectedMs, _claims.LeaseLeftMs(index, nowMs));
    }
}
