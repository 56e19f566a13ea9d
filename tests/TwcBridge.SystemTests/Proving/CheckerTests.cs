using System;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Proving;

namespace TwcBridge.SystemTests.Proving;

/// <summary>A checker that never refutes would pass every proof: each gets a history by hand that
/// it must refute.</summary>
[TestClass]
public class CheckerTests
{
    private const int First = 0x8204;
    private const int Second = 0x8205;

    private readonly SimulatedSite _site = new(1);
    private readonly AdapterPort _port;
    private readonly Referee _referee;

    public CheckerTests()
    {
        _port = _site.AddPort("bridge");
        ConnectorWatch[] connectors = [Watch(0, First), Watch(1, Second)];
        Evidence evidence = new(_site, _port, connectors);
        _referee = new Referee(evidence);
        _referee.OnBoot(new SiteSettings { SiteLimitCentiamps = 2000 });
        Pass(3);
    }

    [TestMethod]
    [DataRow("FBE07777820400", Property.None)]
    [DataRow("FBE0777782040203", Property.AllowList)]
    [DataRow("FBE87777820400", Property.AllowList)]
    [DataRow("FC1977778204", Property.AllowList)]
    [DataRow("FCB277778204", Property.AllowList)]
    [DataRow("FBE02222820400", Property.AllowList)]
    [DataRow("FBE0777782040500C8", Property.OfferShape)]
    [DataRow("FBE07777820405028A", Property.OfferShape)]
    [DataRow("FBE07777820405076C", Property.None)]
    [DataRow("FBE077778204050834", Property.Ceilings)]
    public void One_frame_is_refuted_or_not(string body, Property property)
    {
        Send(body);
        Assert.AreEqual(property, Refuted);
    }

    [TestMethod]
    public void Nothing_is_sent_before_it_has_listened()
    {
        _referee.OnBoot(new SiteSettings());
        Pass(1);
        Send("FBE07777820400");
        Assert.AreEqual(Property.SilentBesideRival, Refuted);
    }

    [TestMethod]
    public void A_passive_bridge_sends_nothing()
    {
        _referee.OnBoot(new SiteSettings { Passive = true });
        Pass(3);
        Send("FBE07777820400");
        Assert.AreEqual(Property.AllowList, Refuted);
    }

    [TestMethod]
    public void Two_raises_that_do_not_fit_are_refuted()
    {
        Send("FBE0777782040504B0");
        Pass(3);
        Send("FBE077778205050320");
        Assert.AreEqual(Property.None, Refuted);
        Pass(3);
        Send("FBE077778205050384");
        Assert.AreEqual(Property.RaisesFit, Refuted);
    }

    [TestMethod]
    public void A_second_frame_at_once_is_refuted()
    {
        Send("FBE07777820400");
        Send("FBE07777820500");
        Assert.AreEqual(Property.OneAtATime, Refuted);
    }

    [TestMethod]
    public void Two_changes_in_half_a_second_are_refuted()
    {
        Pass(10);
        Send("FBE077778204050258");
        Pass(10);
        Send("FBE0777782040502BC");
        _site.Advance(Micros.PerSecond / 2);
        Send("FBE077778204050320");
        Assert.AreEqual(Property.ChangePause, Refuted);
    }

    private Property Refuted => _referee.Refutation?.Property ?? Property.None;

    private ConnectorWatch Watch(int index, int id)
    {
        ConnectorOptions options = new() { Id = id };
        return new ConnectorWatch(index, _site.AddConnector(options), options);
    }

    private void Pass(int seconds)
    {
        _site.Advance(seconds * Micros.PerSecond);
        _referee.OnStep();
    }

    // Marker to data, filled with zeros to a body of protocol 2.
    private void Send(string hex)
    {
        byte[] wire = new byte[18];
        byte[] body = Convert.FromHexString(hex);
        wire[0] = 0xC0;
        wire[^1] = 0xC0;
        body.CopyTo(wire, 1);
        for (int i = 2; i < 16; i++)
        {
            wire[16] += wire[i];
        }
        _referee.OnSending(wire, wire.Length);
        _port.Write(wire, wire.Length);
        _referee.OnSent(LineTiming.ByteEndUs(_site.NowUs, wire.Length - 1));
    }
}
