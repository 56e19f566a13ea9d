using TwcBridge.Control;
using TwcBridge.VirtualDevice.Proving;

namespace TwcBridge.SystemTests.Proving;

/// <summary>Words by hand that are not true, which must be refuted.</summary>
[TestClass]
public class CheckerStatusTests
{
    private const string EightAmps = "050320";
    private const int FirstMeter = 924_000;

    private readonly HandmadeHistory _history = new(
        new SiteSettings { SiteLimitCentiamps = 2000, FailsafeCentiamps = 800 });

    public CheckerStatusTests()
    {
        _history.Beat(10, EightAmps, EightAmps);
        _history.Tell(status => { });
        Assert.AreEqual(Property.None, _history.Refuted);
    }

    [TestMethod]
    [DataRow(FirstMeter + 10, FirstMeter + 11, Property.None)]
    [DataRow(FirstMeter + 10, FirstMeter + 10, Property.None)]
    [DataRow(FirstMeter + 10, FirstMeter + 9, Property.Energy)]
    [DataRow(FirstMeter + 10, ConnectorStatus.Unknown, Property.Energy)]
    [DataRow(FirstMeter, FirstMeter + 999, Property.None)]
    [DataRow(FirstMeter, FirstMeter + 1000, Property.Energy)]
    public void Energy_never_falls_and_is_not_more_than_the_meters(
        long before, long after, Property property)
    {
        _history.Tell(status => status.Connector(0).EnergyWattHours = before);
        _history.Tell(status => status.Connector(0).EnergyWattHours = after);
        Assert.AreEqual(property, _history.Refuted, _history.Text);
    }

    [TestMethod]
    [DataRow(2000, Property.Energy)]
    [DataRow(500, Property.None)]
    public void The_energy_of_a_session_does_not_fall_before_the_next(int ms, Property property)
    {
        _history.Tell(status => Session(status.Connector(1), 1000, 70));
        _history.Tell(status => Session(status.Connector(1), ms, 60));
        Assert.AreEqual(property, _history.Refuted);
    }

    [TestMethod]
    public void A_refused_frame_is_a_defect()
    {
        _history.Tell(status => status.SendsRefused = 1);
        Assert.AreEqual(Property.Status, _history.Refuted);
    }

    [TestMethod]
    public void Offers_above_the_site_limit_are_refuted()
    {
        _history.Tell(status => status.OfferedCentiamps = 2100);
        Assert.AreEqual(Property.Status, _history.Refuted);
    }

    [TestMethod]
    public void A_number_that_the_connector_did_not_tell_is_refuted()
    {
        _history.Tell(status => status.Connector(0).DrawnCentiamps = 600);
        Assert.AreEqual(Property.Status, _history.Refuted);
    }

    [TestMethod]
    [DataRow(800, Property.None)]
    [DataRow(600, Property.Status)]
    public void An_offer_that_nobody_was_told_is_refuted_after_a_while(
        int centiamps, Property property)
    {
        for (int i = 0; i < 6; i++)
        {
            _history.Tell(status => status.Connector(0).OfferedCentiamps = centiamps);
            _history.Beat(4, EightAmps, EightAmps);
        }
        Assert.AreEqual(property, _history.Refuted, _history.Text);
    }

    [TestMethod]
    public void Who_is_silent_for_long_is_not_linked()
    {
        foreach (ConnectorWatch connector in _history.Connectors)
        {
            connector.Truth.FallSilent(Simulator.Silence.Mute, long.MaxValue / 4);
        }
        _history.Beat(26, EightAmps, EightAmps);
        _history.Tell(status => { });
        Assert.AreEqual(Property.None, _history.Refuted, _history.Text);
        _history.Beat(3, EightAmps, EightAmps);
        _history.Tell(status => { });
        Assert.AreEqual(Property.Status, _history.Refuted);
    }

    private static void Session(ConnectorStatus status, int ms, int wattHours)
    {
        status.SessionMs = ms;
        status.SessionWattHours = wattHours;
    }
}
