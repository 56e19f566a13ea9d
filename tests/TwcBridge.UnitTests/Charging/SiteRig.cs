using TwcBridge.Charging;
using TwcBridge.Messages;

namespace TwcBridge.UnitTests.Charging;

/// <summary>A SiteController and the little that a test needs to say to it. Amounts in whole amps.
/// </summary>
internal sealed class SiteRig
{
    private const int MostTurns = 1000;

    private readonly ConnectorReport _report = new ConnectorReport();

    public SiteRig(ChargingOptions options)
    {
        Options = options;
        Site = new SiteController(options, OfferLedger.Capacity);
    }

    public ChargingOptions Options { get; }

    public SiteController Site { get; }

    public long NowMs { get; private set; }

    /// <summary>What each place is offered, in amps; a dash for one that is not served.</summary>
    public string Offers
    {
        get
        {
            string text = "";
            for (int i = 0; i < Site.Count; i++)
            {
                Assert.AreEqual(0, Site.At(i).OfferedCentiamps % 100, "whole amps");
                text += i > 0 ? " " : "";
                text += Site.At(i).IsServed ? "" + Site.At(i).OfferedCentiamps / 100 : "-";
            }
            return text;
        }
    }

    /// <summary>A connector of 32 A announces itself.</summary>
    public void Link(int index, int protocol)
    {
        Site.OnPlace(index, 0xA00 + index);
        Site.OnLinkReady(index, 3200, protocol, NowMs);
        Site.OnTime(NowMs);
    }

    /// <summary>A heartbeat answer without a car.</summary>
    public void Idle(int index, int acceptedAmps)
    {
        Report(index, false, acceptedAmps, 0);
    }

    /// <summary>A heartbeat answer with a car that charges, or wants to.</summary>
    public void Active(int index, int acceptedAmps, int drawnAmps)
    {
        Report(index, true, acceptedAmps, drawnAmps);
    }

    /// <summary>A heartbeat answer of one that closes its contactor by itself.</summary>
    public void Starting(int index, int acceptedAmps)
    {
        _report.IsStarting = true;
        Report(index, true, acceptedAmps, 0);
        _report.IsStarting = false;
    }

    /// <summary>Every connector has heard its offer and its car draws all of it.</summary>
    public void ObeyAll()
    {
        for (int i = 0; i < Site.Count; i++)
        {
            int amps = Site.At(i).OfferedCentiamps / 100;
            if (Site.At(i).IsLinked && Site.At(i).IsServed)
            {
                Active(i, amps, amps);
            }
        }
    }

    /// <summary>Time passes from deadline to deadline; nothing is reported.</summary>
    public void Pass(long untilMs)
    {
        Assert.IsTrue(untilMs >= NowMs, "time never goes back");
        for (int turns = 0; NowMs < untilMs; turns++)
        {
            Assert.IsTrue(turns < MostTurns, "never comes to rest");
            long due = Site.NextDueAtMs();
            NowMs = due > NowMs && due < untilMs ? due : untilMs;
            Site.OnTime(NowMs);
            Assert.IsTrue(Site.NextDueAtMs() > NowMs, "asks for another turn at " + NowMs);
        }
    }

    /// <summary>Time passes, and every second every connector obeys.</summary>
    public void PassObeyed(long untilMs)
    {
        while (NowMs < untilMs)
        {
            ObeyAll();
            Pass(NowMs + 1000 < untilMs ? NowMs + 1000 : untilMs);
        }
    }

    public void Claim(int index, int amps, long endsAtMs)
    {
        Site.OnClaim(index, 100 * amps, endsAtMs);
        Site.OnTime(NowMs);
    }

    private void Report(int index, bool isActive, int acceptedAmps, int drawnAmps)
    {
        _report.HasCar = isActive;
        _report.IsCharging = isActive && !_report.IsStarting;
        _report.WantsCurrent = isActive;
        _report.AcceptedCentiamps = 100 * acceptedAmps;
        _report.DrawnCentiamps = 100 * drawnAmps;
        _report.Protocol = Site.At(index).Protocol;
        Site.OnReport(index, _report, NowMs);
        Site.OnTime(NowMs);
    }
}
