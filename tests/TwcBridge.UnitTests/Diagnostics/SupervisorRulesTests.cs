using TwcBridge.Diagnostics;

namespace TwcBridge.UnitTests.Diagnostics;

[TestClass]
public class SupervisorRulesTests
{
    private const long Start = 500;

    [TestMethod]
    [DataRow(-1, SupervisorAction.None)]
    [DataRow(0, SupervisorAction.Restart)]
    [DataRow(1, SupervisorAction.Restart)]
    public void A_bus_loop_that_stands_still_for_ten_seconds_calls_for_a_restart(
        int offsetMs, SupervisorAction expected)
    {
        SupervisorRules rules = new SupervisorRules(Start);
        rules.OnTurns(1, 1, Start + 3);
        long dueAtMs = Start + 3 + SupervisorRules.BusStalledMs;
        rules.OnTurns(1, 2, dueAtMs - 1);
        Assert.AreEqual(expected, rules.Next(dueAtMs + offsetMs));
    }

    [TestMethod]
    [DataRow(-1, SupervisorAction.None)]
    [DataRow(0, SupervisorAction.TearDownNetwork)]
    [DataRow(1, SupervisorAction.TearDownNetwork)]
    public void A_network_loop_that_stands_still_for_a_minute_is_torn_down_first(
        int offsetMs, SupervisorAction expected)
    {
        SupervisorRules rules = new SupervisorRules(Start);
        rules.OnTurns(1, 1, Start);
        long dueAtMs = Start + SupervisorRules.NetworkStalledMs;
        rules.OnTurns(2, 1, dueAtMs - 1);
        Assert.AreEqual(expected, rules.Next(dueAtMs + offsetMs));
    }

    [TestMethod]
    [DataRow(-1, SupervisorAction.None)]
    [DataRow(0, SupervisorAction.Restart)]
    [DataRow(1, SupervisorAction.Restart)]
    public void A_teardown_that_does_not_help_within_a_minute_calls_for_a_restart(
        int offsetMs, SupervisorAction expected)
    {
        SupervisorRules rules = new SupervisorRules(Start);
        long tornDownAtMs = Start + SupervisorRules.NetworkStalledMs;
        rules.OnTornDown(tornDownAtMs);
        long dueAtMs = tornDownAtMs + SupervisorRules.NetworkStalledMs;
        rules.OnTurns(1, 0, dueAtMs - 1);
        Assert.AreEqual(expected, rules.Next(dueAtMs + offsetMs));
    }

    [TestMethod]
    public void A_teardown_that_helped_is_the_first_answer_to_the_next_stand_still()
    {
        SupervisorRules rules = new SupervisorRules(Start);
        rules.OnTornDown(Start + 60_000);
        rules.OnTurns(1, 1, Start + 61_000);
        rules.OnTurns(2, 1, Start + 121_000);
        Assert.AreEqual(SupervisorAction.TearDownNetwork, rules.Next(Start + 121_000));
    }

    [TestMethod]
    public void Loops_that_turn_are_left_alone_for_ever()
    {
        SupervisorRules rules = new SupervisorRules(Start);
        for (int i = 1; i < 1_000; i++)
        {
            rules.OnTurns(i, i, Start + i * 9_999L);
            Assert.AreEqual(SupervisorAction.None, rules.Next(Start + i * 9_999L));
        }
    }

    [TestMethod]
    [DataRow(3, 0, 3)]
    [DataRow(0, -1, 0)]
    [DataRow(0, 0, 1)]
    [DataRow(0, 1, 1)]
    [DataRow(2, 0, 3)]
    [DataRow(3, 1, 3)]
    [DataRow(-1, -1, 0)]
    [DataRow(4, -1, 0)]
    public void Restarts_are_earned_by_running(int stored, int offsetMs, int left)
    {
        RestartBudget budget = new RestartBudget(stored);
        Assert.AreEqual(left, budget.LeftAt(RestartBudget.EarnedEveryMs + offsetMs));
    }

    [TestMethod]
    public void A_box_that_always_wants_to_restart_does_so_six_times_an_hour_at_most()
    {
        const int TriedEveryMs = 10_000;
        const int HourMs = 3_600_000;
        long[] restartedAtMs = new long[64];
        int count = 0;
        int stored = RestartBudget.Most;
        long bootedAtMs = 0;
        RestartBudget budget = new RestartBudget(stored);
        for (long nowMs = TriedEveryMs; nowMs <= 4 * HourMs; nowMs += TriedEveryMs)
        {
            int left = budget.LeftAt(nowMs - bootedAtMs);
            if (left > 0)
            {
                restartedAtMs[count++] = nowMs;
                bootedAtMs = nowMs;
                budget = new RestartBudget(left - 1);
            }
        }
        Assert.IsTrue(count > 6, "it does restart");
        for (int i = 6; i < count; i++)
        {
            Assert.IsTrue(restartedAtMs[i] - restartedAtMs[i - 6] >= HourMs, i.ToString());
        }
    }
}
