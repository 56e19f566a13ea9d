using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class EventSpotterTests
{
    private const int Pause = EventSpotter.PauseMs;

    private readonly EventSpotter _spotter = new EventSpotter(BoxStatus.MaxConnectors);
    private readonly BoxStatus _status = new BoxStatus();

    public EventSpotterTests()
    {
        _status.ConnectorCount = 1;
        _status.Connector(0).Id = 0x1A2B;
    }

    [TestMethod]
    public void Is_silent_while_nothing_happens()
    {
        Assert.AreEqual("", EventsAt(0));
        _status.Connector(0).DrawnCentiamps = 600;
        Assert.AreEqual("", EventsAt(Pause));
    }

    [TestMethod]
    public void Sees_a_connector_come_and_go()
    {
        _status.Connector(0).Linked = true;
        Assert.AreEqual("connector_linked 1A2B\n", EventsAt(0));
        Assert.AreEqual("", EventsAt(Pause));
        _status.Connector(0).Linked = false;
        Assert.AreEqual("connector_lost 1A2B\n", EventsAt(Pause));
    }

    [TestMethod]
    public void Sees_a_finding_about_the_wiring_and_the_place_of_a_rival_taken()
    {
        _status.Finding = BusFinding.NothingHeard;
        Assert.AreEqual("finding nothing_heard\n", EventsAt(0));
        Assert.AreEqual("", EventsAt(Pause));
        _status.Finding = BusFinding.Well;
        Assert.AreEqual("finding well\n", EventsAt(Pause));
        _status.TakeOvers = 1;
        Assert.AreEqual("takeover\n", EventsAt(Pause));
        Assert.AreEqual("", EventsAt(2 * Pause));
    }

    [TestMethod]
    public void Sees_a_fault_change_and_end()
    {
        _status.Connector(0).Fault = ConnectorFault.DrawsMoreThanOffered;
        Assert.AreEqual("fault_began 1A2B draws_more_than_offered\n", EventsAt(0));
        _status.Connector(0).Fault = ConnectorFault.ReportsError;
        Assert.AreEqual("fault_began 1A2B reports_error\n", EventsAt(Pause));
        _status.Connector(0).Fault = ConnectorFault.None;
        Assert.AreEqual("fault_ended 1A2B reports_error\n", EventsAt(2 * Pause));
    }

    [TestMethod]
    public void Takes_the_fail_safe_of_the_start_for_granted()
    {
        _status.Connector(0).Source = ClaimSource.Failsafe;
        Assert.AreEqual("", EventsAt(0));
        _status.Connector(0).Source = ClaimSource.Command;
        Assert.AreEqual("failsafe_ended 1A2B\n", EventsAt(0));
        _status.Connector(0).Source = ClaimSource.Failsafe;
        Assert.AreEqual("failsafe_began 1A2B\n", EventsAt(Pause));
    }

    [TestMethod]
    public void Sees_another_controller_come_change_and_go()
    {
        _status.RivalId = 0x7777;
        Assert.AreEqual("rival_seen rival 7777\n", EventsAt(0));
        _status.RivalId = 0x8888;
        Assert.AreEqual("rival_seen rival 8888\n", EventsAt(Pause));
        _status.RivalId = 0;
        Assert.AreEqual("rival_gone rival 8888\n", EventsAt(2 * Pause));
    }

    [TestMethod]
    public void Tells_only_the_net_result_of_what_comes_and_goes_within_a_pause()
    {
        ConnectorStatus connector = _status.Connector(0);
        connector.Linked = true;
        EventsAt(0);
        for (int nowMs = 1; nowMs < Pause; nowMs++)
        {
            connector.Linked = !connector.Linked;
            Assert.AreEqual("", EventsAt(nowMs));
        }
        connector.Linked = false;
        Assert.AreEqual("connector_lost 1A2B\n", EventsAt(Pause));
    }

    [TestMethod]
    public void Watches_each_connector_on_its_own()
    {
        _status.ConnectorCount = 2;
        _status.Connector(1).Id = 0x2B;
        _status.Connector(0).Linked = true;
        EventsAt(0);
        _status.Connector(1).Linked = true;
        Assert.AreEqual("connector_linked 002B\n", EventsAt(1));
    }

    [TestMethod]
    public void Tells_of_one_refusal_in_a_pause()
    {
        _spotter.OnRefused(0x1A2B, "out_of_range", 0, 0);
        _spotter.OnRefused(0, "retained", 0, Pause - 1);
        Assert.AreEqual("command_refused 1A2B out_of_range\n", Take());
        Assert.AreEqual(1L, _spotter.DroppedCount);
        _spotter.OnRefused(0, "retained", 0, Pause);
        Assert.AreEqual("command_refused retained\n", Take());
    }

    [TestMethod]
    public void Drops_what_finds_no_place_and_counts_it()
    {
        for (int i = 0; i < EventSpotter.Capacity + 3; i++)
        {
            _status.RivalId = i + 1;
            _spotter.OnStatus(_status, 0, i * Pause);
        }
        Assert.AreEqual(3L, _spotter.DroppedCount);
        for (int i = 0; i < EventSpotter.Capacity; i++)
        {
            Assert.AreEqual(i + 1, _spotter.Next.RivalId);
            _spotter.OnTold();
        }
        Assert.IsNull(_spotter.Next);
    }

    [TestMethod]
    public void Writes_every_key()
    {
        ByteWriter output = new ByteWriter(200);
        BoxEvent happened = new BoxEvent
        {
            Kind = BoxEventKind.FaultBegan,
            UnixSeconds = 1795190400,
            PeripheralId = 0x2B,
            Detail = "reports_error",
        };
        EventWriter.Write(new JsonWriter(output), happened);
        Assert.AreEqual(
            "{'v':1,'ts':1795190400,'event_type':'fault_began','charger':'002b','rival':null,"
            + "'detail':'reports_error'}",
            TestText.Row(output));
    }

    private string EventsAt(long nowMs)
    {
        _spotter.OnStatus(_status, 0, nowMs);
        return Take();
    }

    private string Take()
    {
        string events = "";
        while (_spotter.Next != null)
        {
            BoxEvent next = _spotter.Next;
            events += StatusCodes.Of(next.Kind)
                + (next.PeripheralId == 0 ? "" : " " + next.PeripheralId.ToString("X4"))
                + (next.RivalId == 0 ? "" : " rival " + next.RivalId.ToString("X4"))
                + (next.Detail == null ? "" : " " + next.Detail) + "\n";
            _spotter.OnTold();
        }
        return events;
    }
}
