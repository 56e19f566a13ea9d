using TwcBridge.Bus;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class HeartbeatCycleTests
{
    // All of an exchange but the wait for its answer: 20 bytes, 26 bytes, and an idle line.
    private const int BesidesWaitMs = 21 + 28 + 5;
    private const int LongestWaitMs = 280;

    // A loop that takes its turn every 5 ms.
    private const int LongestTurnMs = 5;

    [TestMethod]
    [DataRow(0, 220)]
    [DataRow(160, 220)]
    [DataRow(161, 240)]
    [DataRow(180, 240)]
    [DataRow(181, 260)]
    [DataRow(280, 340)]
    public void A_slot_is_as_wide_as_the_usual_answer_asks_in_steps(int delayMs, int slotMs)
    {
        Assert.AreEqual(slotMs, HeartbeatCycle.SlotMs(BesidesWaitMs + delayMs));
    }

    [TestMethod]
    [DataRow(220, 220, true)]
    [DataRow(220, 240, false)]
    [DataRow(300, 260, true)]
    [DataRow(300, 240, false)]
    public void A_cycle_is_laid_out_anew_when_it_is_too_narrow_or_much_too_wide(
        int slotMs, int neededMs, bool isGoodEnough)
    {
        Assert.AreEqual(isGoodEnough, HeartbeatCycle.IsGoodEnough(slotMs, neededMs));
    }

    [TestMethod]
    [DataRow(1, 220, 1000)]
    [DataRow(2, 220, 1000)]
    [DataRow(3, 220, 1000)]
    [DataRow(4, 220, 1220)]
    [DataRow(8, 220, 2100)]
    [DataRow(1, 340, 1000)]
    [DataRow(2, 340, 1020)]
    [DataRow(8, 340, 3060)]
    public void The_cycle_is_a_second_and_grows_with_the_peripherals(
        int count, int slotMs, int intervalMs)
    {
        Assert.AreEqual(intervalMs, HeartbeatCycle.IntervalMs(count, slotMs));
    }

    [TestMethod]
    [DataRow(1000, 0, 1000)]
    [DataRow(1000, 999, 1000)]
    [DataRow(1000, 1000, 2000)]
    [DataRow(1000, 5999, 6000)]
    [DataRow(1000, 6000, 7000)]
    [DataRow(1220, 5219, 5220)]
    [DataRow(1220, 5220, 6220)]
    public void The_next_place_is_after_now(int placeMs, int nowMs, int nextMs)
    {
        Assert.AreEqual((long)nextMs, HeartbeatCycle.NextMs(placeMs, 1000, nowMs));
    }

    [TestMethod]
    public void The_slots_hold_usual_exchanges_and_leave_room_for_the_slowest_question()
    {
        for (int delayMs = 0; delayMs <= LongestWaitMs; delayMs++)
        {
            int slotMs = HeartbeatCycle.SlotMs(BesidesWaitMs + delayMs);
            Assert.IsTrue(slotMs > BesidesWaitMs + delayMs + LongestTurnMs, delayMs + " ms");
            for (int count = 1; count <= 8; count++)
            {
                int gapMs = HeartbeatCycle.IntervalMs(count, slotMs) - count * slotMs;
                Assert.IsTrue(gapMs > BesidesWaitMs + LongestWaitMs + LongestTurnMs,
                    count + " at " + delayMs);
            }
        }
    }
}
