using TwcBridge.Bus;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class RivalMonitorTests
{
    private const int Rival = 0x2222;
    private const long Never = long.MaxValue;

    private readonly RivalMonitor _monitor = new RivalMonitor(false, 100);

    [TestMethod]
    public void Listens_two_seconds_before_the_first_word()
    {
        ChangesAt(2100, BusRole.Listening, BusRole.Controlling);
        Assert.AreEqual(Never, _monitor.DueAtMs);
    }

    [TestMethod]
    public void One_frame_of_a_stranger_means_two_and_a_half_seconds_of_silence()
    {
        Control();
        _monitor.OnStranger(Rival, 5000);
        Assert.AreEqual(Rival, _monitor.RivalId);
        ChangesAt(7500, BusRole.Listening, BusRole.Controlling);
        Assert.AreEqual(0, _monitor.RivalId);
    }

    [TestMethod]
    public void A_second_frame_during_that_silence_proves_a_rival()
    {
        Control();
        _monitor.OnStranger(Rival, 5000);
        _monitor.OnTime(7499);
        _monitor.OnStranger(Rival, 7499);
        Assert.AreEqual(BusRole.StandingDown, _monitor.Role);
        Assert.AreEqual(67499L, _monitor.DueAtMs);
    }

    [TestMethod]
    public void A_frame_after_a_suspicion_that_has_passed_is_a_new_suspicion()
    {
        Control();
        _monitor.OnStranger(Rival, 5000);
        _monitor.OnTime(7500);
        _monitor.OnStranger(Rival, 7501);
        Assert.AreEqual(BusRole.Listening, _monitor.Role);
    }

    [TestMethod]
    public void A_stranger_while_we_listen_at_start_is_a_suspicion_too()
    {
        _monitor.OnStranger(Rival, 2000);
        Assert.AreEqual(BusRole.Listening, _monitor.Role);
        Assert.AreEqual(4500L, _monitor.DueAtMs);
        _monitor.OnStranger(Rival, 2100);
        Assert.AreEqual(BusRole.StandingDown, _monitor.Role);
    }

    [TestMethod]
    public void Listens_again_when_the_rival_was_silent_for_sixty_seconds()
    {
        StandDown(5000);
        _monitor.OnStranger(Rival, 30000);
        ChangesAt(90000, BusRole.StandingDown, BusRole.Listening);
        ChangesAt(92000, BusRole.Listening, BusRole.Controlling);
    }

    [TestMethod]
    public void A_rival_that_is_still_there_stops_the_comeback_with_two_frames()
    {
        StandDown(5000);
        _monitor.OnTime(65000);
        _monitor.OnStranger(Rival, 65500);
        Assert.AreEqual(BusRole.Listening, _monitor.Role);
        _monitor.OnStranger(Rival, 66500);
        Assert.AreEqual(BusRole.StandingDown, _monitor.Role);
        Assert.AreEqual(Rival, _monitor.RivalId);
    }

    [TestMethod]
    public void Listens_again_at_once_when_told_to_take_over()
    {
        StandDown(5000);
        _monitor.OnTakeOver(6000);
        ChangesAt(8000, BusRole.Listening, BusRole.Controlling);
    }

    [TestMethod]
    public void Take_over_changes_nothing_unless_we_stand_down()
    {
        _monitor.OnTakeOver(500);
        Assert.AreEqual(2100L, _monitor.DueAtMs);
        Control();
        _monitor.OnStranger(Rival, 5000);
        _monitor.OnTakeOver(5001);
        Assert.AreEqual(7500L, _monitor.DueAtMs);
    }

    [TestMethod]
    public void Passive_stays_passive_whatever_happens()
    {
        RivalMonitor passive = new RivalMonitor(true, 0);
        passive.OnStranger(Rival, 10);
        passive.OnStranger(Rival, 20);
        passive.OnTakeOver(30);
        passive.OnTime(1000000);
        Assert.AreEqual(BusRole.Passive, passive.Role);
        Assert.AreEqual(Rival, passive.RivalId);
        Assert.AreEqual(Never, passive.DueAtMs);
    }

    private void Control()
    {
        _monitor.OnTime(2100);
        Assert.AreEqual(BusRole.Controlling, _monitor.Role);
    }

    private void StandDown(long nowMs)
    {
        Control();
        _monitor.OnStranger(Rival, nowMs);
        _monitor.OnStranger(Rival, nowMs);
        Assert.AreEqual(BusRole.StandingDown, _monitor.Role);
    }

    private void ChangesAt(long atMs, BusRole before, BusRole after)
    {
        Assert.AreEqual(atMs, _monitor.DueAtMs);
        _monitor.OnTime(atMs - 1);
        Assert.AreEqual(before, _monitor.Role);
        _monitor.OnTime(atMs);
        Assert.AreEqual(after, _monitor.Role);
        _monitor.OnTime(atMs + 1);
        Assert.AreEqual(after, _monitor.Role);
    }
}
