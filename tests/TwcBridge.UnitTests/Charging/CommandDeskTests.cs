using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

/// <summary>Commands as a table: what is carried out, cut or refused, and what is answered.
/// </summary>
[TestClass]
public class CommandDeskTests
{
    private const int Known = 0xA00;
    private const int KnownProtocol1 = 0xA01;
    private const int WholeSite = Command.WholeSite;
    private const int ClampIt = 1;

    private readonly SiteRig _rig;
    private readonly CommandDesk _desk;
    private readonly Command _command = new Command();
    private readonly CommandResult _result = new CommandResult();

    public CommandDeskTests()
    {
        ChargingOptions options = new ChargingOptions
        {
            SiteLimitCentiamps = 4000,
            ConnectorLimitCentiamps = 2050,
        };
        _rig = new SiteRig(options);
        _desk = new CommandDesk(_rig.Site, options);
        _rig.Link(0, 2);
        _rig.Link(1, 1);
    }

    // Id, amount, whether it may be cut; then the code, what is in force, and the range.
    [TestMethod]
    [DataRow(Known, 0, 0, CommandCode.Applied, 0, 600, 2000)]
    [DataRow(Known, 1, 0, CommandCode.OutOfRange, 600, 600, 2000)]
    [DataRow(Known, 599, ClampIt, CommandCode.OutOfRange, 600, 600, 2000)]
    [DataRow(Known, 600, 0, CommandCode.Applied, 600, 600, 2000)]
    [DataRow(Known, 1650, 0, CommandCode.Applied, 1650, 600, 2000)]
    [DataRow(Known, 2000, 0, CommandCode.Applied, 2000, 600, 2000)]
    [DataRow(Known, 2001, 0, CommandCode.OutOfRange, 600, 600, 2000)]
    [DataRow(Known, 2001, ClampIt, CommandCode.Clamped, 2000, 600, 2000)]
    [DataRow(Known, int.MaxValue, ClampIt, CommandCode.Clamped, 2000, 600, 2000)]
    [DataRow(Known, -1, ClampIt, CommandCode.OutOfRange, 600, 600, 2000)]
    [DataRow(Known, int.MinValue, 0, CommandCode.OutOfRange, 600, 600, 2000)]
    [DataRow(KnownProtocol1, 499, 0, CommandCode.OutOfRange, 600, 500, 2000)]
    [DataRow(KnownProtocol1, 500, 0, CommandCode.Applied, 500, 500, 2000)]
    [DataRow(WholeSite, 500, 0, CommandCode.Applied, 500, 500, 4000)]
    [DataRow(WholeSite, 499, 0, CommandCode.OutOfRange, 600, 500, 4000)]
    [DataRow(WholeSite, 4000, 0, CommandCode.Applied, 4000, 500, 4000)]
    [DataRow(WholeSite, 4001, 0, CommandCode.OutOfRange, 600, 500, 4000)]
    [DataRow(WholeSite, 4001, ClampIt, CommandCode.Clamped, 4000, 500, 4000)]
    [DataRow(0xA02, 1000, ClampIt, CommandCode.UnknownCharger, 0, 0, 0)]
    [DataRow(0xFFFF, 0, 0, CommandCode.UnknownCharger, 0, 0, 0)]
    public void Amounts(
        int id, int centiamps, int clamp, CommandCode code, int applied, int min, int max)
    {
        SetAmps(id, centiamps, 60000, clamp == ClampIt);
        Check(code, applied);
        Assert.AreEqual(min, _result.MinCentiamps);
        Assert.AreEqual(max, _result.MaxCentiamps);
        Assert.AreEqual(code <= CommandCode.Clamped, _result.Ok);
        bool isHeld = code <= CommandCode.Clamped;
        Assert.AreEqual(isHeld ? 60000L : long.MaxValue, _rig.Site.Claims.DueAtMs);
    }

    [TestMethod]
    [DataRow(Command.DefaultTtl, CommandCode.Applied, 120000)]
    [DataRow(Command.NoExpiry, CommandCode.Applied, -1)]
    [DataRow(-2, CommandCode.BadTtl, -1)]
    [DataRow(1, CommandCode.BadTtl, -1)]
    [DataRow(999, CommandCode.BadTtl, -1)]
    [DataRow(1000, CommandCode.Applied, 1000)]
    [DataRow(86400000, CommandCode.Applied, 86400000)]
    [DataRow(86400001, CommandCode.BadTtl, -1)]
    [DataRow(int.MinValue, CommandCode.BadTtl, -1)]
    public void Leases(int ttlMs, CommandCode code, int leftMs)
    {
        SetAmps(Known, 1000, ttlMs, false);
        Check(code, code == CommandCode.Applied ? 1000 : 600);
        Assert.AreEqual((long)leftMs, _rig.Site.Claims.LeaseLeftMs(0, 0));
    }

    [TestMethod]
    public void The_settings_say_how_long_a_command_lives_that_names_nothing()
    {
        _rig.Options.DefaultTtlMs = 5000;
        SetAmps(Known, 1000, Command.DefaultTtl, false);
        Assert.AreEqual(5000L, _rig.Site.Claims.LeaseLeftMs(0, 0));
    }

    [TestMethod]
    public void A_refused_command_leaves_the_older_one_in_force()
    {
        SetAmps(Known, 1000, 60000, false);
        SetAmps(Known, 9900, 60000, false);
        Check(CommandCode.OutOfRange, 1000);
        SetAmps(Known, 1200, 5, false);
        Check(CommandCode.BadTtl, 1000);
        Assert.AreEqual(60000L, _rig.Site.Claims.LeaseLeftMs(0, 0));
    }

    [TestMethod]
    public void A_release_brings_back_what_was_below()
    {
        SetAmps(WholeSite, 1300, 60000, false);
        SetAmps(Known, 1000, 60000, false);
        Execute(CommandKind.ReleaseAmps, Known);
        Check(CommandCode.Applied, 1300);
        Execute(CommandKind.ReleaseAmps, WholeSite);
        Check(CommandCode.Applied, 600);
        Execute(CommandKind.ReleaseAmps, 0xFFFF);
        Check(CommandCode.UnknownCharger, 0);
    }

    [TestMethod]
    public void What_is_in_force_never_reads_above_the_ceiling()
    {
        SetAmps(WholeSite, 4000, 60000, false);
        Execute(CommandKind.ReleaseAmps, Known);
        Check(CommandCode.Applied, 2000);
    }

    [TestMethod]
    public void Charging_is_allowed_and_forbidden_for_one_or_for_all()
    {
        foreach (bool enabled in new[] { false, true })
        {
            _command.Enabled = enabled;
            Execute(CommandKind.SetEnabled, Known);
            Assert.AreEqual(CommandCode.Applied, _result.Code);
            Assert.AreEqual(enabled, _rig.Site.At(0).IsEnabled);
            Assert.IsTrue(_rig.Site.At(1).IsEnabled);
            Assert.IsTrue(_rig.Site.Permission.IsEnabled);
        }
        _command.Enabled = false;
        Execute(CommandKind.SetEnabled, 0xFFFF);
        Assert.AreEqual(CommandCode.UnknownCharger, _result.Code);
        Assert.IsTrue(_rig.Site.Permission.IsEnabled);
        Execute(CommandKind.SetEnabled, WholeSite);
        Assert.IsFalse(_rig.Site.Permission.IsEnabled);
        Assert.IsTrue(_rig.Site.At(0).IsEnabled);
    }

    [TestMethod]
    public void Nothing_can_be_cut_to_a_ceiling_below_the_minimum()
    {
        _rig.Options.ConnectorLimitCentiamps = 599;
        SetAmps(Known, 1000, 60000, true);
        Check(CommandCode.OutOfRange, 500);
        SetAmps(KnownProtocol1, 1000, 60000, true);
        Check(CommandCode.Clamped, 500);
        SetAmps(Known, 0, 60000, false);
        Check(CommandCode.Applied, 0);
    }

    [TestMethod]
    [DataRow(StopMode.Minimum, CommandEffect.KeepsMinimum)]
    [DataRow(StopMode.Contactor, CommandEffect.OpensContactor)]
    [DataRow(StopMode.Silence, CommandEffect.EndsHeartbeats)]
    public void A_stop_says_what_protocol_2_makes_of_it(StopMode mode, CommandEffect effect)
    {
        _rig.Options.StopMode = mode;
        _rig.Active(0, 6, 5);
        SetAmps(Known, 0, 60000, false);
        Assert.AreEqual(effect, _result.Effect);
        SetAmps(WholeSite, 0, 60000, false);
        Assert.AreEqual(effect, _result.Effect);
        SetAmps(KnownProtocol1, 0, 60000, false);
        Assert.AreEqual(CommandEffect.None, _result.Effect);
        SetAmps(Known, 600, 60000, false);
        Assert.AreEqual(CommandEffect.None, _result.Effect);
        _command.Enabled = false;
        Execute(CommandKind.SetEnabled, Known);
        Assert.AreEqual(effect, _result.Effect);
        _command.Enabled = true;
        Execute(CommandKind.SetEnabled, Known);
        Assert.AreEqual(CommandEffect.None, _result.Effect);
        _rig.Site.OnContactor(0, true, 0);
        SetAmps(Known, 0, 60000, false);
        Assert.AreEqual(CommandEffect.None, _result.Effect, "it is open already");
    }

    [TestMethod]
    public void The_ticket_finds_its_way_back()
    {
        _command.Ticket = 4711;
        SetAmps(0xFFFF, 1000, 60000, false);
        Assert.AreEqual(4711, _result.Ticket);
        _command.Ticket = 4712;
        SetAmps(Known, 1000, 60000, false);
        Assert.AreEqual(4712, _result.Ticket);
    }

    [TestMethod]
    [DataRow(2000, 60000, CommandCode.Applied, 2000)]
    [DataRow(9000, 60000, CommandCode.Clamped, 4000)]
    [DataRow(300, 60000, CommandCode.OutOfRange, 600)]
    [DataRow(2000, Command.NoExpiry, CommandCode.BadTtl, 600)]
    [DataRow(2000, 86460000, CommandCode.BadTtl, 600)]
    public void A_boost_must_end_and_stays_below_the_ceiling(
        int centiamps, int ttlMs, CommandCode code, int applied)
    {
        Order(CommandKind.SetBoost, WholeSite, centiamps, ttlMs, true);
        Check(code, applied);
        Assert.AreEqual(_result.Ok, _rig.Site.Claims.HasBoost);
        Execute(CommandKind.EndBoost, WholeSite);
        Check(CommandCode.Applied, 600);
        Assert.IsFalse(_rig.Site.Claims.HasBoost);
    }

    [TestMethod]
    public void A_command_below_a_boost_is_taken_and_waits()
    {
        Order(CommandKind.SetBoost, WholeSite, 2000, 60000, false);
        SetAmps(Known, 1000, 90000, false);
        Check(CommandCode.Applied, 2000);
        Assert.AreEqual(CommandEffect.StaysBoosted, _result.Effect);
        Execute(CommandKind.EndBoost, WholeSite);
        Assert.AreEqual(1000, _rig.Site.Claims.CentiampsOf(0));
    }

    [TestMethod]
    public void The_mode_off_forbids_charging_whatever_else_allows_it()
    {
        _rig.Active(0, 6, 5);
        _command.Mode = SiteMode.Off;
        Execute(CommandKind.SetMode, WholeSite);
        Assert.AreEqual(CommandEffect.KeepsMinimum, _result.Effect);
        Assert.IsFalse(_rig.Site.Permission.IsAllowed);
        _command.Enabled = true;
        Execute(CommandKind.SetEnabled, WholeSite);
        Assert.AreEqual(CommandEffect.StaysOff, _result.Effect);
        Assert.IsFalse(_rig.Site.Permission.IsAllowed);
        _command.Mode = SiteMode.Manual;
        Execute(CommandKind.SetMode, WholeSite);
        Assert.AreEqual(CommandEffect.None, _result.Effect);
        Assert.IsTrue(_rig.Site.Permission.IsAllowed);
    }

    [TestMethod]
    public void A_priority_is_one_connectors_own()
    {
        _command.Priority = 8;
        Execute(CommandKind.SetPriority, Known);
        Assert.AreEqual(CommandCode.Applied, _result.Code);
        Assert.AreEqual(8, _rig.Site.At(0).Priority);
        Assert.AreEqual(Command.UsualPriority, _rig.Site.At(1).Priority);
        Execute(CommandKind.SetPriority, 0xFFFF);
        Assert.AreEqual(CommandCode.UnknownCharger, _result.Code);
    }

    private void SetAmps(int id, int centiamps, int ttlMs, bool clampToCeiling)
    {
        Order(CommandKind.SetAmps, id, centiamps, ttlMs, clampToCeiling);
    }

    private void Order(
        CommandKind kind, int id, int centiamps, int ttlMs, bool clampToCeiling)
    {
        _command.Centiamps = centiamps;
        _command.TtlMs = ttlMs;
        _command.ClampToCeiling = clampToCeiling;
        Execute(kind, id);
    }

    private void Execute(CommandKind kind, int id)
    {
        _command.Kind = kind;
        _command.PeripheralId = id;
        _desk.Execute(_command, _result, 0);
    }

    private void Check(CommandCode code, int appliedCentiamps)
    {
        Assert.AreEqual(code, _result.Code);
        Assert.AreEqual(appliedCentiamps, _result.AppliedCentiamps);
    }
}
