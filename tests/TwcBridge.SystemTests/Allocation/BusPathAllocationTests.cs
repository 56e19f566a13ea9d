using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.Allocation;

/// <summary>
/// The whole path from a received byte to a sent frame, through every verb of Bridge, as BusLoop
/// calls them: after its constructors it allocates nothing, whatever happens on the line.
/// </summary>
[TestClass]
public class BusPathAllocationTests
{
    [TestMethod]
    [DataRow(3, StopMode.Minimum)]
    [DataRow(3, StopMode.Silence)]
    [DataRow(8, StopMode.Contactor)]
    public void No_turn_of_a_busy_hour_allocates(int connectorCount, StopMode stopMode)
    {
        BusyHour hour = new(connectorCount);
        HourlyRun first = new(hour, connectorCount, stopMode);
        first.Play(hour.AdvanceTo);

        HourlyRun again = new(new RecordedLink(hour.Heard), connectorCount, stopMode);
        again.Play(_ => { });

        Assert.AreEqual(first.Status.FramesSent, again.Status.FramesSent, "it went another way");
        Assert.AreEqual(0L, again.AllocatedBytes, $"the first at {again.AllocatedAtMs} ms");
    }

    [TestMethod]
    public void Everything_happens_in_the_busy_hour()
    {
        BusyHour hour = new(3);
        HourlyRun run = new(hour, 3, StopMode.Minimum);
        run.Play(hour.AdvanceTo);

        CollectionAssert.IsSubsetOf(
            new[] { BusRole.Listening, BusRole.Controlling, BusRole.StandingDown }, run.Roles);
        BoxStatus status = run.Status;
        Assert.IsGreaterThan(10_000, status.FramesSent);
        Assert.IsGreaterThan(100, status.FramesBad);
        Assert.IsGreaterThan(100, status.AnswersMissed);
        Assert.IsGreaterThan(5, status.ConnectorsLost);
        Assert.IsGreaterThan(100, run.Orders.AppliedCount);
        Assert.IsGreaterThan(100, run.Orders.RefusedCount);
        for (int i = 0; i < 3; i++)
        {
            Assert.IsTrue(status.Connector(i).Linked, $"connector {i}");
        }
        Assert.AreNotEqual(0, status.Connector(1).Serial[0], "no query was answered");
    }
}
