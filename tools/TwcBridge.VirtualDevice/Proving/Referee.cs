using System;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// All checkers, and what is told to them. Whoever plays the bridge tells what goes over the port,
/// and asks for the verdict after every step.
/// </summary>
internal sealed class Referee
{
    private readonly Checker[] _checkers;
    private readonly LineCheck _line;

    public Referee(Evidence evidence)
    {
        Evidence = evidence;
        _line = new LineCheck(evidence);
        _checkers =
        [
            new AllowListCheck(evidence),
            _line,
            new RivalCheck(evidence),
            new HeartbeatCheck(evidence),
            new QueryCheck(evidence),
            new OfferCheck(evidence),
            new RaiseCheck(evidence),
            new SiteLimitCheck(evidence),
            new ClaimCheck(evidence),
            new PaceCheck(evidence),
            new HarmCheck(evidence),
            new StatusCheck(evidence),
            new EnergyCheck(evidence),
            new BreachCheck(evidence),
            new StopCheck(evidence),
        ];
    }

    public Evidence Evidence { get; }

    public Refutation? Refutation => Evidence.Refutation;

    /// <summary>The world has moved on.</summary>
    public void OnStep()
    {
        Evidence.Claims.OnTime(Evidence.NowUs);
        foreach (Checker checker in _checkers)
        {
            checker.OnStep();
        }
    }

    /// <summary>Bytes were read from the port, and the bridge has not seen them yet.</summary>
    public void OnRead(byte[] buffer, int length, long nowMs)
    {
        for (int i = 0; i < length; i++)
        {
            if (!Evidence.Heard.Push(buffer[i], Evidence.NowUs, nowMs))
            {
                continue;
            }
            Evidence.NoteHeard();
            foreach (Checker checker in _checkers)
            {
                checker.OnHeard();
            }
        }
    }

    /// <summary>These bytes are about to be written.</summary>
    public void OnSending(byte[] wire, int length)
    {
        Evidence.Sent.Read(wire, length, Evidence.Connectors);
        foreach (Checker checker in _checkers)
        {
            checker.OnSending();
        }
        Evidence.NoteSent();
    }

    /// <summary>They were written; the last stop bit ends then.</summary>
    public void OnSent(long endUs)
    {
        _line.NoteEnd(endUs);
    }

    public void OnBoot(SiteSettings settings)
    {
        Evidence.OnBoot(settings);
        foreach (Checker checker in _checkers)
        {
            checker.OnBoot();
        }
    }

    public void OnSettings(SiteSettings settings)
    {
        Evidence.OnSettings(settings);
        foreach (Checker checker in _checkers)
        {
            checker.OnSettings();
        }
    }

    public void OnStatus(BoxStatus status)
    {
        foreach (Checker checker in _checkers)
        {
            checker.OnStatus(status);
        }
    }

    public void OnTakeOver()
    {
        foreach (Checker checker in _checkers)
        {
            checker.OnTakeOver();
        }
    }

    /// <summary>A user has got an answer.</summary>
    public void OnAnswered(Command command, CommandResult result)
    {
        if (!result.Ok)
        {
            return;
        }
        int index = -1;
        for (int i = 0; i < Evidence.Connectors.Length; i++)
        {
            index = Evidence.Connectors[i].Truth.Id == command.PeripheralId ? i : index;
        }
        if (index >= 0 || command.PeripheralId == Command.WholeSite)
        {
            Lease lease = new(Evidence.NowUs, Evidence.Settings.LeaseMs);
            Evidence.Claims.OnApplied(command, result, index, lease);
        }
    }
}
