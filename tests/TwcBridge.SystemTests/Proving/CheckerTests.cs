using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Proving;

namespace TwcBridge.SystemTests.Proving;

/// <summary>A checker that never refutes would pass every proof: each gets a history by hand that
/// it must refute. Here those of single frames and of the line.</summary>
[TestClass]
public class CheckerTests
{
    private readonly HandmadeHistory _history = new(
        new SiteSettings { SiteLimitCentiamps = 2000 });

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
        _history.Send(body);
        Assert.AreEqual(property, _history.Refuted);
    }

    [TestMethod]
    public void Nothing_is_sent_before_it_has_listened()
    {
        _history.Referee.OnBoot(new SiteSettings());
        _history.Pass(1);
        _history.Send("FBE07777820400");
        Assert.AreEqual(Property.SilentBesideRival, _history.Refuted);
    }

    [TestMethod]
    public void A_passive_bridge_sends_nothing()
    {
        _history.Referee.OnBoot(new SiteSettings { Passive = true });
        _history.Pass(3);
        _history.Send("FBE07777820400");
        Assert.AreEqual(Property.AllowList, _history.Refuted);
    }

    [TestMethod]
    public void Two_raises_that_do_not_fit_are_refuted()
    {
        _history.Beat(6, "0504B0", "050320");
        Assert.AreEqual(Property.None, _history.Refuted);
        _history.Beat(1, "0504B0", "050384");
        Assert.AreEqual(Property.RaisesFit, _history.Refuted);
    }

    [TestMethod]
    public void A_second_frame_at_once_is_refuted()
    {
        _history.Send("FBE07777820400");
        _history.Send("FBE07777820500");
        Assert.AreEqual(Property.OneAtATime, _history.Refuted);
    }

    [TestMethod]
    public void A_frame_into_somebody_elses_is_refuted()
    {
        AdapterPort other = _history.Site.AddPort("other");
        _history.SendAs(other, "FDE0820422220000");
        _history.PassMs(8);
        _history.Send("FBE07777820400");
        Assert.AreEqual(Property.IdleLine, _history.Refuted);
    }

    [TestMethod]
    public void A_frame_behind_two_of_a_rival_is_refuted()
    {
        AdapterPort rival = _history.Site.AddPort("rival");
        for (int i = 0; i < 2; i++)
        {
            _history.SendAs(rival, "FBE02222820400");
            _history.Pass(1);
        }
        _history.Pass(30);
        _history.Send("FBE07777820400");
        Assert.AreEqual(Property.SilentBesideRival, _history.Refuted);
    }

    [TestMethod]
    public void Harm_that_we_do_is_refuted_whatever_was_seen_of_us()
    {
        AdapterPort unseen = _history.Site.AddPort(_history.Port.Name);
        _history.SendAs(unseen, "FBE0777782040203");
        _history.Pass(1);
        Assert.AreEqual(Property.NoHarm, _history.Refuted);
    }
}
