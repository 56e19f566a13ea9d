using TwcBridge.Bus;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class BusEventsTests
{
    private readonly BusEvents _events = new BusEvents();

    [TestMethod]
    public void Gives_back_every_kind_in_order()
    {
        for (BusEventKind kind = BusEventKind.LinkReady; kind <= BusEventKind.Lost; kind++)
        {
            _events.Add(kind, (int)kind + 1);
        }
        for (BusEventKind kind = BusEventKind.LinkReady; kind <= BusEventKind.Lost; kind++)
        {
            Assert.IsTrue(_events.TryNext());
            Assert.AreEqual(kind, _events.Kind);
            Assert.AreEqual((int)kind + 1, _events.PeripheralIndex);
        }
        Assert.IsFalse(_events.TryNext());
    }

    [TestMethod]
    public void Full_keeps_the_oldest_and_counts_the_rest()
    {
        for (int i = 0; i < BusEvents.Capacity + 3; i++)
        {
            _events.Add(BusEventKind.Reported, i);
        }
        Assert.AreEqual(3L, _events.DroppedCount);
        Drain(0, BusEvents.Capacity);
    }

    [TestMethod]
    public void Works_on_over_the_end_of_its_array()
    {
        for (int round = 0; round < 10; round++)
        {
            for (int i = 0; i < 7; i++)
            {
                _events.Add(BusEventKind.Informed, i);
            }
            Drain(0, 7);
        }
        Assert.AreEqual(0L, _events.DroppedCount);
    }

    private void Drain(int first, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Assert.IsTrue(_events.TryNext());
            Assert.AreEqual(first + i, _events.PeripheralIndex);
        }
        Assert.IsFalse(_events.TryNext());
    }
}
