using TwcBridge.Bus;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Diagnosis;

/// <summary>Every simulated fault ends in its finding, in time, and is gone soon after it has been
/// mended.</summary>
[TestClass]
public sealed class FaultFindingTests
{
    private const int WellFromStartSeconds = 14;
    private const int WellAgainSeconds = 14;
    private const int QuietSeconds = 26;
    private const int WindowSeconds = 61;
    private const long LongUs = 3600 * Micros.PerSecond;

    [TestMethod]
    [DataRow(1, AdapterFaults.None)]
    [DataRow(2, AdapterFaults.None)]
    [DataRow(3, AdapterFaults.None)]
    [DataRow(3, AdapterFaults.EchoesOwnBytes)]
    public void A_healthy_site_is_well_and_stays_so(int connectorCount, AdapterFaults adapter)
    {
        DiagnosedSite site = new(connectorCount, adapter);
        site.Expect(BusFinding.Well, WellFromStartSeconds);
        site.ExpectNoOther(600);
    }

    [TestMethod]
    public void Cars_that_charge_and_leave_are_no_fault()
    {
        DiagnosedSite site = new(2);
        Assert.IsTrue(CarKinds.TryCreate("tesla", out Car? car));
        site.Site.Connectors[0].Plug(car!);
        site.Expect(BusFinding.Well, WellFromStartSeconds);
        site.Run(300);
        site.Site.Connectors[0].Unplug();
        site.ExpectNoOther(120);
    }

    [TestMethod]
    [DataRow(AdapterFaults.CannotReceive, BusFinding.NothingHeard, QuietSeconds)]
    [DataRow(AdapterFaults.SwappedPolarity, BusFinding.NoFrames, QuietSeconds)]
    [DataRow(AdapterFaults.CannotSend, BusFinding.NotHeard, 35)]
    public void A_fault_of_the_adapter_at_start(
        AdapterFaults fault, BusFinding finding, int withinSeconds)
    {
        DiagnosedSite site = new(2, fault);
        site.Expect(finding, withinSeconds);
        site.ExpectNoOther(300);
        site.Port.Faults = AdapterFaults.None;
        site.Expect(BusFinding.Well, WellAgainSeconds);
        site.ExpectNoOther(120);
    }

    [TestMethod]
    [DataRow(AdapterFaults.CannotReceive, BusFinding.NothingHeard, 30)]
    [DataRow(AdapterFaults.SwappedPolarity, BusFinding.NoFrames, 50)]
    [DataRow(AdapterFaults.CannotSend, BusFinding.NotHeard, 45)]
    public void A_fault_of_the_adapter_while_it_runs(
        AdapterFaults fault, BusFinding finding, int withinSeconds)
    {
        DiagnosedSite site = new(2);
        site.Expect(BusFinding.Well, WellFromStartSeconds);
        site.Run(100);
        site.Port.Faults = fault;
        site.Expect(finding, withinSeconds);
        site.Port.Faults = AdapterFaults.None;
        site.Expect(BusFinding.Well, WellAgainSeconds);
        site.ExpectNoOther(120);
    }

    [TestMethod]
    [DataRow(AdapterFaults.None, BusFinding.NothingHeard)]
    [DataRow(AdapterFaults.EchoesOwnBytes, BusFinding.OnlyEcho)]
    public void No_connector_at_all(AdapterFaults adapter, BusFinding finding)
    {
        DiagnosedSite site = new(0, adapter);
        site.Expect(finding, QuietSeconds);
        site.ExpectNoOther(300);
        site.AddConnector();
        site.Expect(BusFinding.Well, WellAgainSeconds);
        site.ExpectNoOther(120);
    }

    [TestMethod]
    public void A_dead_line_with_a_little_noise_is_a_dead_line()
    {
        DiagnosedSite site = new(0);
        site.Site.Faults = new FaultOptions { NoiseBytesPerHour = 600 };
        site.Expect(BusFinding.NothingHeard, QuietSeconds);
        site.ExpectNoOther(600);
    }

    [TestMethod]
    public void A_rival()
    {
        DiagnosedSite site = new(1);
        site.Expect(BusFinding.Well, WellFromStartSeconds);
        RivalController rival = site.Site.AddRival(
            new RivalOptions { StartAtUs = site.Site.NowUs + Micros.PerSecond });
        site.Expect(BusFinding.Rival, 5);
        Assert.AreEqual(0x035D, site.FindingId);
        site.ExpectNoOther(120);
        rival.Stop();
        site.Expect(BusFinding.Well, 80);
        site.ExpectNoOther(120);
    }

    [TestMethod]
    public void A_connector_that_acts_as_a_controller()
    {
        DiagnosedSite site = new(2);
        site.Expect(BusFinding.Well, WellFromStartSeconds);
        int id = site.Site.Connectors[1].Id;
        site.Site.Connectors[1].FallSilent(Silence.Mute, LongUs);
        site.Expect(BusFinding.ConnectorSilent, 30);
        site.Site.AddRival(new RivalOptions { Id = id, StartAtUs = site.Site.NowUs });
        site.Expect(BusFinding.RotarySwitch, 5);
        Assert.AreEqual(id, site.FindingId);
        site.ExpectNoOther(120);
    }

    [TestMethod]
    public void More_connectors_than_places()
    {
        DiagnosedSite site = new(4);
        site.Expect(BusFinding.TooManyConnectors, 25);
        site.ExpectNoOther(120);
        foreach (WallConnector connector in site.Site.Connectors)
        {
            if (connector.Id == site.FindingId)
            {
                connector.FallSilent(Silence.Mute, LongUs);
            }
        }
        site.Expect(BusFinding.Well, WindowSeconds);
        site.ExpectNoOther(120);
    }

    [TestMethod]
    public void A_connector_without_power()
    {
        DiagnosedSite site = new(2);
        site.Expect(BusFinding.Well, WellFromStartSeconds);
        WallConnector dead = site.Site.Connectors[1];
        dead.FallSilent(Silence.Mute, 90 * Micros.PerSecond);
        site.Expect(BusFinding.ConnectorSilent, 30);
        Assert.AreEqual(dead.Id, site.FindingId);
        site.ExpectNoOther(50);
        site.Expect(BusFinding.Well, 30);
        site.ExpectNoOther(120);
    }

    [TestMethod]
    public void A_connector_in_error()
    {
        DiagnosedSite site = new(2);
        site.Expect(BusFinding.Well, WellFromStartSeconds);
        WallConnector failing = site.Site.Connectors[1];
        failing.Fail();
        site.Expect(BusFinding.ConnectorError, 10);
        Assert.AreEqual(failing.Id, site.FindingId);
        site.ExpectNoOther(60);
        failing.PowerCycle();
        site.Expect(BusFinding.Well, WellAgainSeconds);
        site.ExpectNoOther(120);
    }

    [TestMethod]
    [DataRow(16000.0, 0.0)]
    [DataRow(0.0, 10000.0)]
    public void Noise(double noiseBytesPerHour, double flippedBitsPerMillionBytes)
    {
        DiagnosedSite site = new(2);
        site.Expect(BusFinding.Well, WellFromStartSeconds);
        site.Site.Faults = new FaultOptions
        {
            NoiseBytesPerHour = noiseBytesPerHour,
            FlippedBitsPerMillionBytes = flippedBitsPerMillionBytes,
        };
        site.Expect(BusFinding.Noise, 90);
        site.ExpectNoOther(180);
        site.Site.Faults = FaultOptions.None;
        site.Expect(BusFinding.Well, WindowSeconds);
        site.ExpectNoOther(120);
    }

    [TestMethod]
    public void A_connector_that_hears_every_other_heartbeat()
    {
        DiagnosedSite site = new(1);
        site.Expect(BusFinding.Well, WellFromStartSeconds);
        for (int i = 0; i < 20; i++)
        {
            site.Site.Connectors[0].FallSilent(Silence.Deaf, 3 * Micros.PerSecond);
            site.Run(6);
        }
        Assert.AreEqual(BusFinding.AnswersMissed, site.Finding);
        site.Expect(BusFinding.Well, WindowSeconds);
        site.ExpectNoOther(120);
    }
}
