using TwcBridge.Bus;
using TwcBridge.Messages;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

/// <summary>Which command a peripheral's next heartbeat carries: told until confirmed, repeated
/// every 10 s and on changes of state, and never a 0 to who has no limit.</summary>
[TestClass]
public class LimitAssertionTests
{
    private const int Ready = ChargerState.Ready;
    private const int Charging = ChargerState.Charging;
    private const int Wants = ChargerState.WantsLimit;
    private const int Starting = ChargerState.Starting;

    private readonly Peripheral _peripheral = new Peripheral();

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Tells_the_limit_until_it_is_confirmed(int protocol)
    {
        Link(protocol, 1600);
        for (int i = 0; i < 20; i++)
        {
            Assert.AreEqual(HeartbeatCommand.InitialLimit, Heartbeat(1000 + 1000 * i));
            _peripheral.OnAnswer(HeardMessage.Answer(Ready, 600, 0), 1100 + 1000 * i);
        }
        _peripheral.OnAnswer(HeardMessage.Answer(Ready, 1600, 0), 21100);
        Assert.AreEqual(HeartbeatCommand.NoChange, Heartbeat(22000));
    }

    [TestMethod]
    public void A_raise_that_nobody_has_answered_is_taken_back_aloud()
    {
        Confirm(1, 600, Ready, 5000);
        _peripheral.OnOffer(1000);
        Assert.AreEqual(HeartbeatCommand.InitialLimit, Heartbeat(6000));
        _peripheral.OnOffer(600);
        for (int i = 7; i < 10; i++)
        {
            Assert.AreEqual(HeartbeatCommand.InitialLimit, Heartbeat(1000 * i), "it may hold 10");
        }
        _peripheral.OnAnswer(HeardMessage.Answer(Ready, 600, 0), 10100);
        Assert.AreEqual(HeartbeatCommand.NoChange, Heartbeat(11000));
    }

    // What it was told it may hold, heard or not: only its answer says otherwise.
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void One_that_was_told_amps_and_is_not_heard_is_told_its_0(int protocol)
    {
        Link(protocol, 1000);
        Assert.AreEqual(HeartbeatCommand.InitialLimit, Heartbeat(1000));
        _peripheral.OnLinkReady(3200, protocol, 1500);
        _peripheral.OnOffer(0);
        for (int i = 2; i < 9; i++)
        {
            Assert.AreEqual(HeartbeatCommand.InitialLimit, Heartbeat(1000 * i), "it may hold 10");
        }
        _peripheral.OnLost(30000);
        _peripheral.OnLinkReady(3200, protocol, 31000);
        Assert.AreEqual(HeartbeatCommand.NoChange, Heartbeat(31000), "silence made it forget");
    }

    // Every answer to 09 shows 09 in place of the state, whether it was obeyed or not.
    [TestMethod]
    public void Looks_at_the_real_state_when_three_answers_in_a_row_have_hidden_it()
    {
        Link(2, 1600);
        _peripheral.OnAnswer(HeardMessage.Answer(Charging, 600, 0), 1000);
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < 3; i++)
            {
                Assert.AreEqual(HeartbeatCommand.SessionLimit, Heartbeat(2000), "" + i);
                _peripheral.OnAnswer(HeardMessage.Answer(ChargerState.EchoLimit, 0, 0), 2100);
            }
            Assert.AreEqual(HeartbeatCommand.NoChange, Heartbeat(3000));
            _peripheral.OnAnswer(HeardMessage.Answer(Charging, 0, 0), 3100);
        }
        Heartbeat(4000);
        _peripheral.OnAnswer(HeardMessage.Answer(ChargerState.PluggedNotCharging, 0, 0), 4100);
        Assert.AreEqual(HeartbeatCommand.InitialLimit, Heartbeat(5000));
    }

    [TestMethod]
    public void Repeats_a_confirmed_limit_every_ten_seconds()
    {
        Confirm(2, 1600, Charging, 5000);
        Assert.AreEqual(HeartbeatCommand.NoChange, _peripheral.HeartbeatCommandAt(14999));
        Assert.AreEqual(HeartbeatCommand.SessionLimit, _peripheral.HeartbeatCommandAt(15000));
        Assert.AreEqual(HeartbeatCommand.SessionLimit, Heartbeat(15001));
        Assert.AreEqual(HeartbeatCommand.NoChange, _peripheral.HeartbeatCommandAt(25000));
        Assert.AreEqual(HeartbeatCommand.SessionLimit, _peripheral.HeartbeatCommandAt(25001));
    }

    [TestMethod]
    public void Repeats_it_once_on_every_change_of_state()
    {
        Confirm(2, 1600, Charging, 5000);
        int[] states = { Ready, Charging, Wants, Ready };
        int[] commands =
        {
            HeartbeatCommand.InitialLimit, HeartbeatCommand.SessionLimit,
            HeartbeatCommand.InitialLimit, HeartbeatCommand.InitialLimit,
        };
        for (int i = 0; i < states.Length; i++)
        {
            _peripheral.OnAnswer(HeardMessage.Answer(states[i], 1600, 0), 6000 + 1000 * i);
            Assert.AreEqual(commands[i], Heartbeat(6500 + 1000 * i), "change " + i);
            _peripheral.OnAnswer(HeardMessage.Answer(states[i], 1600, 0), 6600 + 1000 * i);
            Assert.AreEqual(HeartbeatCommand.NoChange, _peripheral.HeartbeatCommandAt(6700));
        }
    }

    [TestMethod]
    public void Tells_it_again_after_a_link_ready()
    {
        Confirm(2, 1600, Charging, 5000);
        _peripheral.OnLinkReady(3200, 2, 6000);
        Assert.AreNotEqual(HeartbeatCommand.NoChange, _peripheral.HeartbeatCommandAt(6000));
    }

    [TestMethod]
    public void A_new_offer_is_told_at_once()
    {
        Confirm(2, 1600, Charging, 5000);
        _peripheral.OnOffer(1300);
        Assert.AreEqual(HeartbeatCommand.SessionLimit, _peripheral.HeartbeatCommandAt(5500));
    }

    [TestMethod]
    public void One_look_behind_the_echoes_is_enough()
    {
        Confirm(2, 1600, Charging, 5000);
        _peripheral.OnOffer(600);
        for (long at = 6000; at < 9000; at += 1000)
        {
            Assert.AreEqual(HeartbeatCommand.SessionLimit, Heartbeat(at));
            _peripheral.OnAnswer(
                HeardMessage.Answer(ChargerState.EchoLimit, 1600, 1600), at + 100);
        }
        Assert.AreEqual(HeartbeatCommand.NoChange, Heartbeat(9000));
        Assert.AreEqual(HeartbeatCommand.SessionLimit, Heartbeat(10000), "no answer came");
    }

    [TestMethod]
    public void Answers_a_start_with_08_as_long_as_it_lasts()
    {
        Confirm(2, 1600, Starting, 5000);
        Assert.AreEqual(HeartbeatCommand.StartLimit, Heartbeat(5100));
        Assert.AreEqual(HeartbeatCommand.StartLimit, Heartbeat(6100));
    }

    [TestMethod]
    public void Protocol_1_hears_its_0_in_every_heartbeat()
    {
        Confirm(1, 0, Charging, 5000);
        Assert.AreEqual(HeartbeatCommand.InitialLimit, Heartbeat(6000));
        Assert.AreEqual(HeartbeatCommand.InitialLimit, Heartbeat(7000));
    }

    [TestMethod]
    public void Protocol_2_without_a_limit_is_never_told_0()
    {
        int[] states = { Ready, Charging, ChargerState.PluggedNotCharging, Wants, Starting };
        Link(2, 0);
        Assert.AreEqual(HeartbeatCommand.NoChange, _peripheral.HeartbeatCommandAt(1000));
        foreach (int state in states)
        {
            _peripheral.OnAnswer(HeardMessage.Answer(state, 0, 0), 1100);
            Assert.AreEqual(
                HeartbeatCommand.NoChange, _peripheral.HeartbeatCommandAt(30000), "" + state);
        }
    }

    [TestMethod]
    public void Protocol_2_that_holds_a_limit_is_told_to_give_it_up()
    {
        Confirm(2, 1600, Charging, 5000);
        _peripheral.OnOffer(0);
        Assert.AreEqual(HeartbeatCommand.SessionLimit, Heartbeat(6000));
        _peripheral.OnAnswer(HeardMessage.Answer(ChargerState.EchoLimit, 600, 600), 6100);
        Assert.AreEqual(HeartbeatCommand.SessionLimit, Heartbeat(7000));
    }

    // Only who draws, or may begin to at any moment, has something to give up.
    [TestMethod]
    [DataRow(Ready, HeartbeatCommand.NoChange)]
    [DataRow(Charging, HeartbeatCommand.SessionLimit)]
    [DataRow(ChargerState.Error, HeartbeatCommand.NoChange)]
    [DataRow(ChargerState.PluggedNotCharging, HeartbeatCommand.NoChange)]
    [DataRow(Wants, HeartbeatCommand.InitialLimit)]
    [DataRow(Starting, HeartbeatCommand.NoChange)]
    [DataRow(ChargerState.AdjustmentOver, HeartbeatCommand.SessionLimit)]
    public void Protocol_2_without_an_offer_is_told_so_where_it_holds_a_limit_and_may_draw(
        int state, int command)
    {
        Confirm(2, 1600, Charging, 5000);
        _peripheral.OnOffer(0);
        _peripheral.OnAnswer(HeardMessage.Answer(state, 1600, 0), 6000);
        Assert.AreEqual(command, _peripheral.HeartbeatCommandAt(30000));
    }

    private void Link(int protocol, int offeredCentiamps)
    {
        _peripheral.Assign(0x1234);
        _peripheral.OnLinkReady(3200, protocol, 500);
        _peripheral.OnOffer(offeredCentiamps);
    }

    // Offered, told and accepted; the last time it was told is given.
    private void Confirm(int protocol, int centiamps, int state, long toldAtMs)
    {
        Link(protocol, centiamps);
        _peripheral.OnAnswer(HeardMessage.Answer(protocol, state, 0, 0), 1000);
        Heartbeat(toldAtMs);
        _peripheral.OnAnswer(
            HeardMessage.Answer(protocol, state, centiamps, 0), toldAtMs + 50);
    }

    private int Heartbeat(long nowMs)
    {
        int command = _peripheral.HeartbeatCommandAt(nowMs);
        _peripheral.OnHeartbeatSent(command, nowMs);
        return command;
    }
}
