using TwcBridge.Bus;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class HeartbeatCycleTests
{
    // The slowest exchange of a heartbeat: 19 bytes, 160 ms, 27 bytes at their most.
    private const int SlowestExchangeMs = 20 + 160 + 28;

    [TestMethod]
    [DataRow(1, 1000)]
    [DataRow(2, 1000)]
    [DataRow(3, 1000)]
    [DataRow(4, 1100)]
    [DataRow(8, 1980)]
    public void The_cycle_is_a_second_and_grows_from_four_peripherals_on(int count, int intervalMs)
    {
        Assert.AreEqual(intervalMs, HeartbeatCycle.IntervalMs(count));
    }

    [TestMethod]
    [DataRow(0, 0, 1000)]
    [DataRow(0, 999, 1000)]
    [DataRow(0, 1000, 2000)]
    [DataRow(0, 5999, 6000)]
    [DataRow(0, 6000, 7000)]
    [DataRow(1, 5219, 5220)]
    [DataRow(1, 5220, 6220)]
    [DataRow(2, 0, 1440)]
    public void A_place_is_the_next_after_now(int position, int nowMs, int placeMs)
    {
        Assert.AreEqual((long)placeMs, HeartbeatCycle.NextPlaceMs(position, 3, 1000, nowMs));
    }

    [TestMethod]
    public void Places_never_overlap_and_leave_one_exchange_for_a_question()
    {
        for (int count = 1; count <= 8; count++)
        {
            int interval = HeartbeatCycle.IntervalMs(count);
            long previous = HeartbeatCycle.NextPlaceMs(0, count, 0, 0) - interval;
            for (int position = 1; position < count; position++)
            {
                long place = HeartbeatCycle.NextPlaceMs(position, count, 0, 0);
                Assert.IsTrue(place - previous > SlowestExchangeMs, count + " at " + position);
                previous = place;
            }
            Assert.IsTrue(interval - previous > SlowestExchangeMs, count + " has a gap");
        }
    }
}
