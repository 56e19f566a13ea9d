using System;
using System.Linq;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// What the checkers know: the simulator's truth, what goes over the line at our port, and what the
/// owner has set. It is told of everything before the bridge is, and never asks the bridge.
/// </summary>
internal sealed class Evidence
{
    public const int ControllerId = 0x7777;

    private const long RivalAnswerUs = Micros.PerSecond;
    private const long ExchangeUs = 300 * Micros.PerMs;

    public Evidence(SimulatedSite site, AdapterPort port, ConnectorWatch[] connectors)
    {
        Site = site;
        Port = port;
        Connectors = connectors;
        Claims = new ClaimBook(connectors.Length);
        Heard = new Hearing(site.Line, port.Name, connectors);
    }

    public SimulatedSite Site { get; }

    public AdapterPort Port { get; }

    public ConnectorWatch[] Connectors { get; }

    public SentFrame Sent { get; } = new();

    public Hearing Heard { get; }

    public ClaimBook Claims { get; }

    public SiteSettings Settings { get; private set; } = new();

    public long NowUs => Site.NowUs;

    /// <summary>When the present bridge came up, or Never while there is none.</summary>
    public long BootedUs { get; private set; } = ConnectorWatch.Never;

    /// <summary>Until then bytes may have been lost on their way from the line to the bridge.
    /// </summary>
    public long DeafUntilUs { get; private set; }

    /// <summary>The loop was late, by more than the few milliseconds of polling.</summary>
    public long LateLoopUs { get; private set; } = ConnectorWatch.Never;

    /// <summary>A rival spoke, heard by us or not.</summary>
    public long RivalUs { get; private set; } = ConnectorWatch.Never;

    /// <summary>A frame was heard that nobody has sent.</summary>
    public long MisheardUs { get; private set; } = ConnectorWatch.Never;

    public int MisheardCount { get; private set; }

    /// <summary>So many ids may have been heard since the bridge came up.</summary>
    public int IdCount => MisheardCount + Connectors.Sum(each => 1 + each.IdCount);

    /// <summary>What was found wrong first, or null.</summary>
    public Refutation? Refutation { get; private set; }

    /// <summary>What all connectors together need at least.</summary>
    public int MinimaCentiamps => Connectors.Sum(connector => connector.MinCentiamps);

    public bool IsUp => BootedUs != ConnectorWatch.Never;

    /// <summary>Pace and liveness are not looked at.</summary>
    public bool IsSafetyOnly { get; set; }

    /// <summary>For the paths that do not hold up: only the first is kept.</summary>
    public void Refute(Property property, string text)
    {
        if (!IsSafetyOnly || IsSafety(property))
        {
            Refutation ??= new Refutation(property, NowUs, text);
        }
    }

    public bool WasMisheardWithin(long us)
    {
        return NowUs - MisheardUs < us;
    }

    public void OnBoot(SiteSettings settings)
    {
        BootedUs = NowUs;
        Settings = settings;
        MisheardCount = 0;
        Claims.OnBoot();
        foreach (ConnectorWatch connector in Connectors)
        {
            connector.OnBoot();
        }
    }

    public void OnDown()
    {
        BootedUs = ConnectorWatch.Never;
    }

    public void OnSettings(SiteSettings settings)
    {
        Settings = settings;
    }

    /// <summary>The loop takes its turn late, so answers look late and heartbeats are.</summary>
    public void OnLateLoop()
    {
        LateLoopUs = NowUs;
    }

    public void OnRival()
    {
        RivalUs = NowUs;
    }

    /// <summary>What has arrived at the port until now will not be read.</summary>
    public void OnInputDropped()
    {
        DeafUntilUs = NowUs;
    }

    /// <summary>The checkers have seen the frame; it goes on the line now.</summary>
    public void NoteSent()
    {
        if (Sent.To is not { } connector)
        {
            return;
        }
        if (Sent.Opcode is Opcodes.OpenContactor or Opcodes.CloseContactor)
        {
            connector.OnOrder(Sent.Opcode, NowUs);
        }
        if (!Sent.IsHeartbeat)
        {
            return;
        }
        if (Sent.IsLimit)
        {
            connector.OnLimit(Sent.Frame.LimitCentiamps);
            connector.OnTold(Sent.Frame.LimitCentiamps);
        }
        connector.OnBeat(NowUs);
    }

    /// <summary>A frame was heard; the checkers have not seen it yet.</summary>
    public void NoteHeard()
    {
        if (Heard.Speaker == Speaker.Nobody || IsMisaddressed())
        {
            MisheardUs = NowUs;
            MisheardCount++;
        }
        else if (Heard.Speaker == Speaker.Rival)
        {
            NoteRivalLimit();
        }
        else if (Heard.From is { } connector)
        {
            NoteConnector(connector);
        }
    }

    private static bool IsSafety(Property property)
    {
        return property is not (Property.ChangePause or Property.SwitchPause
            or Property.Relinked or Property.OnTarget);
    }

    // The answer to a heartbeat of ours that was spoilt on its way there, and perhaps not only in
    // our id.
    private bool IsMisaddressed()
    {
        return Heard.IsReport && Heard.Frame.Receiver != ControllerId
            && NowUs - RivalUs > RivalAnswerUs;
    }

    private void NoteRivalLimit()
    {
        WireFrame frame = Heard.Frame;
        if (frame.Opcode != Opcodes.Heartbeat || frame.Command == HeartbeatCommand.NoChange)
        {
            return;
        }
        foreach (ConnectorWatch connector in Connectors)
        {
            if (connector.Truth.Id == frame.Receiver)
            {
                connector.OnLimit(frame.LimitCentiamps);
            }
        }
    }

    private void NoteConnector(ConnectorWatch connector)
    {
        connector.HeardUs = NowUs;
        long knownUs = Math.Max(connector.AnsweredUs, connector.LinkReadyUs);
        bool isLate = NowUs - knownUs >= ConnectorWatch.LostUs - ExchangeUs;
        connector.HeardInTimeUs = isLate ? connector.HeardInTimeUs : NowUs;
        if (Heard.IsReport)
        {
            connector.OnReport(Heard.Frame, NowUs);

            // It came in the nick of time if the bridge goes on to talk to it. An answer to a query
            // may be why it still does.
            bool isKept = connector.BeatUs - Math.Max(knownUs, connector.HeardInTimeUs)
                >= ConnectorWatch.LostUs + ExchangeUs;
            if (Heard.Frame.Receiver == ControllerId && (!isLate || isKept))
            {
                connector.OnAnswer(NowUs);
            }
        }
        else if (Heard.IsLinkReady)
        {
            NoteLinkReady(connector);
        }
    }

    private void NoteLinkReady(ConnectorWatch connector)
    {
        if (connector.KnownId != connector.Truth.Id)
        {
            connector.KnownId = connector.Truth.Id;
            connector.IdCount++;
            connector.OnUnlinked();
            Claims.Forget(connector.Index);
        }
        if (NowUs - connector.AnsweredUs >= ConnectorWatch.LostUs)
        {
            connector.OnUnlinked();
            if (Settings.MaxConnectors < IdCount)
            {
                Claims.Doubt(connector.Index);
            }
        }
        connector.OnLinkReady(NowUs);
    }
}
