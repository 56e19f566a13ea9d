using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Proving;

namespace TwcBridge.SystemTests.Proving;

/// <summary>Histories by hand in which something comes too early, too late or not at all; and
/// beside each the same in time, which must not be refuted.</summary>
[TestClass]
public class CheckerTimeTests
{
    private const string SixAmps = "050258";
    private const string EightAmps = "050320";
    private const string TenAmps = "0503E8";
    private const string Nothing = "050000";
    private const int LongerThanTheHold = 50;

    [TestMethod]
    [DataRow(4, Property.None)]
    [DataRow(5, Property.Heartbeats)]
    public void A_connector_that_answers_is_not_left_alone(int seconds, Property property)
    {
        HandmadeHistory history = new(new SiteSettings { SiteLimitCentiamps = 2000 });
        history.Beat(3);
        history.PassMs(seconds * 1000 - 700);
        Assert.AreEqual(property, history.Refuted);
    }

    [TestMethod]
    [DataRow(true, Property.Heartbeats)]
    [DataRow(false, Property.None)]
    public void Silence_is_for_those_who_are_to_stop(bool isEnabled, Property property)
    {
        HandmadeHistory history = new(new SiteSettings
        {
            SiteLimitCentiamps = 2000,
            StopMode = StopMode.Silence,
        });
        history.Beat(2);
        history.Command(CommandKind.SetEnabled, command => command.Enabled = isEnabled);
        history.Beat(2);
        history.Pass(6);
        Assert.AreEqual(property, history.Refuted);
    }

    [TestMethod]
    public void Two_changes_in_half_a_second_are_refuted()
    {
        HandmadeHistory history = new(new SiteSettings { SiteLimitCentiamps = 2000 });
        history.Beat(10);
        history.Beat(6, SixAmps);
        Assert.AreEqual(Property.None, history.Refuted);
        history.Beat(1, "0502BC");
        history.Send("FBE077778204" + EightAmps);
        Assert.AreEqual(Property.ChangePause, history.Refuted);
    }

    [TestMethod]
    public void Off_and_on_again_in_half_a_minute_is_refuted()
    {
        HandmadeHistory history = new(new SiteSettings { SiteLimitCentiamps = 2000 }, protocol: 1);
        history.Connectors[0].Truth.Plug(new Car(new CarOptions { StopsOnZeroOffer = true }));
        history.Beat(LongerThanTheHold, SixAmps);
        history.Beat(30, Nothing);
        Assert.AreEqual(Property.None, history.Refuted);
        history.Beat(1, SixAmps);
        Assert.AreEqual(Property.SwitchPause, history.Refuted);
    }

    [TestMethod]
    [DataRow(0, Property.None)]
    [DataRow(3, Property.SwitchPause)]
    public void One_that_goes_on_at_0_may_be_given_its_minimum_even_where_it_has_just_stopped(
        int seconds, Property property)
    {
        HandmadeHistory history = new(new SiteSettings { SiteLimitCentiamps = 2000 }, protocol: 1);
        Car car = new(new CarOptions { StopsOnZeroOffer = false });
        history.Connectors[0].Truth.Plug(car);
        history.Beat(LongerThanTheHold, SixAmps);
        history.Beat(10, Nothing);
        car.PressStop();
        while (history.Connectors[0].ReportedCentiamps > 0)
        {
            history.Beat(1, Nothing);
        }
        history.Beat(seconds, Nothing);
        history.Beat(1, SixAmps);
        Assert.AreEqual(property, history.Refuted, history.Text);
    }

    [TestMethod]
    public void A_query_just_before_a_heartbeat_is_refuted()
    {
        HandmadeHistory history = new(new SiteSettings { SiteLimitCentiamps = 2000 });
        history.Beat(90);
        history.Send("FBEB77778204");
        Assert.AreEqual(Property.QueriesWait, history.Refuted);
    }

    [TestMethod]
    [DataRow(7, Property.None)]
    [DataRow(11, Property.BreachEnds)]
    public void A_lowered_site_limit_is_told_within_seconds(int seconds, Property property)
    {
        SiteSettings settings = new() { SiteLimitCentiamps = 2000, FailsafeCentiamps = 800 };
        HandmadeHistory history = new(settings);
        history.Beat(LongerThanTheHold, EightAmps, EightAmps);
        history.Referee.OnSettings(settings with { SiteLimitCentiamps = 1300 });
        history.Beat(seconds, EightAmps, EightAmps);
        history.Beat(20, SixAmps, SixAmps);
        Assert.AreEqual(property, history.Refuted, history.Text);
    }

    [TestMethod]
    public void More_than_the_site_limit_in_force_is_refuted_whoever_told_it()
    {
        HandmadeHistory history = new(
            new SiteSettings { SiteLimitCentiamps = 1300, Passive = true });
        AdapterPort unseen = history.Site.AddPort(history.Port.Name);
        foreach (ConnectorWatch connector in history.Connectors)
        {
            connector.Truth.Plug(new Car(new CarOptions()));
        }
        for (int i = 0; i < 20 && history.Refuted == Property.None; i++)
        {
            history.SendAs(unseen, "FBE077778204" + EightAmps);
            history.PassMs(500);
            history.SendAs(unseen, "FBE077778205" + EightAmps);
            history.PassMs(500);
        }
        Assert.AreEqual(Property.SiteLimit, history.Refuted);
    }

    // Seed 118214: the query's answer is as old as the link, when the last one comes.
    [TestMethod]
    [DataRow(true, Property.None)]
    [DataRow(false, Property.Heartbeats)]
    public void Who_answers_just_after_it_was_given_up_is_left_alone(bool asks, Property property)
    {
        HandmadeHistory history = new(new SiteSettings { SiteLimitCentiamps = 2000 });
        history.Beat(5);
        if (asks)
        {
            history.Send("FBEB77778204");
        }
        history.PassMs(400);
        history.Connectors[0].Truth.FallSilent(Silence.Mute, 25_640 * Micros.PerMs);
        history.Beat(25);
        history.PassMs(650);
        history.Send("FBE077778204" + "00");
        history.PassMs(350);
        for (int i = 0; i < 10; i++)
        {
            history.Send("FBE077778205" + "00");
            history.PassMs(1000);
        }
        Assert.AreEqual(property, history.Refuted, history.Text);
    }

    [TestMethod]
    [DataRow(FailsafeMode.Amount, 8, Property.None)]
    [DataRow(FailsafeMode.Amount, 15, Property.Claims)]
    [DataRow(FailsafeMode.Stop, 15, Property.Claims)]
    [DataRow(FailsafeMode.Keep, 15, Property.None)]
    public void The_fail_safe_is_in_force_soon_after_the_last_claim(
        FailsafeMode failsafe, int seconds, Property property)
    {
        HandmadeHistory history = new(
            new SiteSettings { SiteLimitCentiamps = 2000, Failsafe = failsafe });
        history.Command(CommandKind.SetAmps, command => Claim(command, 1000, 60_000));
        history.Beat(60, TenAmps, TenAmps);
        Assert.AreEqual(Property.None, history.Refuted, history.Text);
        history.Beat(seconds, TenAmps, TenAmps);
        history.Beat(10, SixAmps, SixAmps);
        Assert.AreEqual(property, history.Refuted, history.Text);
    }

    // Seed 106136: what was told in between was right when it was decided.
    [TestMethod]
    public void Each_of_two_claims_that_fall_one_after_the_other_has_its_time()
    {
        HandmadeHistory history = new(new SiteSettings { SiteLimitCentiamps = 2000 });
        history.Command(CommandKind.SetAmps, command => Claim(command, 1000, Command.NoExpiry));
        history.Beat(LongerThanTheHold, TenAmps);
        history.Command(CommandKind.SetAmps, command => Claim(command, 800, Command.NoExpiry));
        history.Beat(7, TenAmps);
        history.Command(CommandKind.SetAmps, command => Claim(command, 600, Command.NoExpiry));
        history.Beat(10, EightAmps);
        Assert.AreEqual(Property.None, history.Refuted, history.Text);
        history.Beat(5, EightAmps);
        Assert.AreEqual(Property.Claims, history.Refuted);
    }

    [TestMethod]
    public void What_all_together_are_offered_stays_within_the_claim_for_the_site()
    {
        HandmadeHistory history = new(new SiteSettings { SiteLimitCentiamps = 2000 });
        history.Command(CommandKind.SetAmps, command => Claim(command, 1300, Command.NoExpiry));
        history.Beat(LongerThanTheHold, EightAmps, EightAmps);
        Assert.AreEqual(Property.None, history.Refuted, history.Text);
        history.Beat(80, EightAmps, EightAmps);
        Assert.AreEqual(Property.Claims, history.Refuted);
    }

    [TestMethod]
    [DataRow(1, StopMode.Minimum, "0501F4", Property.Stops)]
    [DataRow(1, StopMode.Minimum, Nothing, Property.None)]
    [DataRow(2, StopMode.Minimum, SixAmps, Property.None)]
    [DataRow(2, StopMode.Contactor, SixAmps, Property.Stops)]
    [DataRow(2, StopMode.Silence, SixAmps, Property.Stops)]
    public void Who_is_to_stop_is_stopped(
        int protocol, StopMode stopMode, string offer, Property property)
    {
        HandmadeHistory history = new(
            new SiteSettings { SiteLimitCentiamps = 2000, StopMode = stopMode }, protocol);
        history.Connectors[0].Truth.Plug(new Car(new CarOptions { StopsOnZeroOffer = true }));
        history.Beat(LongerThanTheHold, SixAmps);
        history.Command(CommandKind.SetEnabled, command => command.Enabled = false);
        history.Beat(70, offer, protocol == 1 ? Nothing : "00");
        Assert.AreEqual(Property.None, history.Refuted, history.Text);
        history.Beat(20, offer, protocol == 1 ? Nothing : "00");
        Assert.AreEqual(property, history.Refuted, history.Text);
    }

    [TestMethod]
    public void A_command_for_nothing_counts_until_a_boost_and_after_it()
    {
        HandmadeHistory history = new(new SiteSettings { SiteLimitCentiamps = 2000 });
        history.Command(CommandKind.SetAmps, command => Claim(command, 600, Command.NoExpiry));
        history.Command(CommandKind.SetBoost, command => Claim(command, 2000, 60_000));
        history.Beat(58, TenAmps, TenAmps);
        Assert.AreEqual(Property.None, history.Refuted, history.Text);
        history.Beat(20, TenAmps, TenAmps);
        Assert.AreEqual(Property.Claims, history.Refuted);
    }

    private static void Claim(Command command, int centiamps, int ttlMs)
    {
        command.Centiamps = centiamps;
        command.TtlMs = ttlMs;
    }
}
