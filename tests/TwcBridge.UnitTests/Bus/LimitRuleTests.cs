using TwcBridge.Bus;
using TwcBridge.Messages;

namespace TwcBridge.UnitTests.Bus;

/// <summary>PROTOCOL 4, setting a limit, as a table: which command for which state.</summary>
[TestClass]
public class LimitRuleTests
{
    // State, then the command to tell a limit on protocol 2, and on protocol 1.
    private static readonly int[][] Telling =
    {
        new[] { -1, 0x05, 0x05 },
        new[] { 0x00, 0x05, 0x05 },
        new[] { 0x01, 0x09, 0x05 },
        new[] { 0x02, 0x05, 0x05 },
        new[] { 0x03, 0x05, 0x05 },
        new[] { 0x04, 0x05, 0x05 },
        new[] { 0x0A, 0x09, 0x05 },
        new[] { 0x0F, 0x05, 0x05 },
    };

    [TestMethod]
    public void Tells_what_is_not_confirmed_and_repeats_what_is()
    {
        foreach (int[] row in Telling)
        {
            string name = "state " + row[0];
            Assert.AreEqual(row[1], LimitRule.CommandFor(2, row[0], false, false), name);
            Assert.AreEqual(row[1], LimitRule.CommandFor(2, row[0], false, true), name);
            Assert.AreEqual(row[1], LimitRule.CommandFor(2, row[0], true, true), name);
            Assert.AreEqual(row[2], LimitRule.CommandFor(1, row[0], false, false), name);
            Assert.AreEqual(row[2], LimitRule.CommandFor(1, row[0], true, true), name);
        }
    }

    [TestMethod]
    public void Leaves_a_confirmed_limit_alone()
    {
        foreach (int[] row in Telling)
        {
            Assert.AreEqual(0, LimitRule.CommandFor(2, row[0], true, false), "state " + row[0]);
            Assert.AreEqual(0, LimitRule.CommandFor(1, row[0], true, false), "state " + row[0]);
        }
    }

    // Protocol, state, accepted limit, and whether there is nothing to give up.
    [TestMethod]
    [DataRow(1, -1, -1, true)]
    [DataRow(1, 0x01, 0, false)]
    [DataRow(1, 0x00, 600, false)]
    [DataRow(2, -1, -1, true)]
    [DataRow(2, 0x01, 0, true)]
    [DataRow(2, 0x01, 600, false)]
    [DataRow(2, 0x0A, 600, false)]
    [DataRow(2, 0x04, 600, false)]
    [DataRow(2, 0x03, 600, true)]
    [DataRow(2, 0x00, 600, true)]
    public void Tells_0_only_to_who_has_something_to_give_up(
        int protocol, int state, int acceptedCentiamps, bool hasNothing)
    {
        Assert.AreEqual(hasNothing, LimitRule.HoldsNothing(protocol, state, acceptedCentiamps));
    }

    [TestMethod]
    public void Answers_a_car_that_starts_with_08_every_time()
    {
        for (int i = 0; i < 4; i++)
        {
            Assert.AreEqual(
                HeartbeatCommand.StartLimit,
                LimitRule.CommandFor(2, ChargerState.Starting, i % 2 == 0, i / 2 == 0));
        }
    }
}
