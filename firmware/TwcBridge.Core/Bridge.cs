using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Messages;

namespace TwcBridge;

/// <summary>
/// The bus side of the box: bytes, commands and time in, one frame at a time and a status out. The
/// loop around it is
/// <code>
///   bridge.OnReceived(buffer, length, now);   // whatever has arrived
///   bridge.OnCommand(command, result, now);   // whoever asked for something
///   bridge.OnTime(now);
///   if (bridge.Next(now) > 0) { write bridge.Wire; bridge.OnSent(now); }
///   wait for bytes, a command, or bridge.NextDueAtMs()
/// </code>
/// It does no I/O, reads no clock, starts no thread, and allocates nothing after its constructor.
/// Link and charge are two machines; this class carries the facts between them.
/// </summary>
public sealed class Bridge
{
    public readonly BusEngine Bus;

    /// <summary>Those of the constructor. <see cref="OnLimitsChanged"/> follows a change.</summary>
    public readonly ChargingOptions Limits;

    public readonly SiteController Site;

    private readonly CommandDesk _desk;
    private readonly StatusView _view;
    private readonly WiringDoctor _doctor;
    private readonly EnergyFeed _energy;
    private readonly ConnectorReport _report = new ConnectorReport();
    private readonly ContactorWish[] _ordered = new ContactorWish[OfferLedger.Capacity];
    private int _takeOvers;

    /// <param name="nowMs">Monotonic since boot, as for every other call.</param>
    public Bridge(BridgeOptions options, long nowMs)
    {
        Limits = options.Charging;
        options.Bus.ContactorOrders = Limits.StopMode == StopMode.Contactor;
        Limits.Passive = options.Bus.Passive;
        Bus = new BusEngine(options.Bus, nowMs);
        Site = new SiteController(Limits, options.Bus.MaxPeripherals);
        _desk = new CommandDesk(Site, Limits);
        _energy = new EnergyFeed(Bus.Roster, options.Bus.MaxPeripherals, Limits.EnergyUnit);
        _view = new StatusView(Bus, Site, _energy, options, nowMs);
        _doctor = new WiringDoctor(Bus, nowMs);
        Bus.Ledger.LimitSite(Limits.SiteLimitCentiamps);
        Site.OnStrangersPossible(nowMs + Limits.OldLimitsMs);
    }

    /// <summary>The frame that <see cref="Next"/> offers. Valid until the next call.</summary>
    public byte[] Wire => Bus.Wire;

    /// <summary>Bytes from the line, in order, all of them arrived by now.</summary>
    public void OnReceived(byte[] buffer, int length, long nowMs)
    {
        Bus.OnReceived(buffer, length, nowMs);
        CarryFacts(nowMs);
    }

    /// <summary>Judges a command and carries it out, or refuses it and changes nothing.</summary>
    /// <param name="result">Filled in; the caller's.</param>
    public void OnCommand(Command command, CommandResult result, long nowMs)
    {
        _desk.Execute(command, result, nowMs);
        if (command.Kind == CommandKind.TakeOver && !TryTakeOver(nowMs))
        {
            result.Code = CommandCode.NoRival;
        }
    }

    /// <summary>The owner says that the other controller is gone. False: there is none.</summary>
    public bool TryTakeOver(long nowMs)
    {
        bool isThere = Bus.Rivals.Role == BusRole.StandingDown;
        if (isThere)
        {
            Bus.Rivals.OnTakeOver(nowMs);
            Site.OnStrangersPossible(nowMs + Limits.OldLimitsMs);
            _takeOvers++;
        }
        return isThere;
    }

    /// <summary>The owner has changed amounts in the options that the constructor was given.
    /// </summary>
    public void OnLimitsChanged()
    {
        Bus.Ledger.LimitSite(Limits.SiteLimitCentiamps);
        Site.OnOptionsChanged();
    }

    /// <summary>Once a turn, before Next.</summary>
    public void OnTime(long nowMs)
    {
        Bus.OnTime(nowMs);
        _doctor.OnTime(nowMs);
        CarryFacts(nowMs);
        if (Site.OnTime(nowMs))
        {
            CarryDecisions(nowMs);
        }
    }

    /// <summary>The frame to send now, or 0 bytes. Asking twice is harmless.</summary>
    public int Next(long nowMs)
    {
        return Bus.Next(nowMs);
    }

    /// <summary>The frame that Next offered has been handed to the line at this instant.</summary>
    public void OnSent(long nowMs)
    {
        int told = Bus.OnSent(nowMs);
        if (told != Peripheral.Unknown)
        {
            Site.At(told).Pauses.OnTold(nowMs);
        }
    }

    /// <summary>When the next turn is worth taking if nothing is heard or asked before.</summary>
    public long NextDueAtMs()
    {
        long bus = Bus.NextDueAtMs();
        long site = Site.NextDueAtMs();
        return bus < site ? bus : site;
    }

    /// <summary>Fills a snapshot that belongs to the caller.</summary>
    public void CopyStatusTo(BoxStatus status, long nowMs)
    {
        _view.Fill(status, nowMs);
        status.Finding = _doctor.Finding;
        status.FindingId = _doctor.SubjectId;
        status.TakeOvers = _takeOvers;
    }

    /// <summary>Fills a report on the bus that belongs to the caller. Some 2 KB are copied: for
    /// when somebody asks.</summary>
    public void CopyReportTo(BusReport report, long nowMs)
    {
        report.Fill(Bus, nowMs);
    }

    private void CarryOrders(long nowMs)
    {
        for (int i = 0; i < Site.Count; i++)
        {
            Site.At(i).OnOrders(Bus.Orders.IsPending(i), Bus.Orders.IsGivenUp(i),
                Bus.Orders.MayHaveClosed(i), nowMs);
        }
    }

    private void CarryFacts(long nowMs)
    {
        CarryOrders(nowMs);
        while (Bus.Events.TryNext())
        {
            int index = Bus.Events.PeripheralIndex;
            Peripheral peripheral = Bus.Roster.At(index);
            switch (Bus.Events.Kind)
            {
                case BusEventKind.LinkReady:
                    AssignPlace(index, peripheral.Id);
                    Site.OnLinkReady(index, peripheral.RatingCentiamps, peripheral.Protocol, nowMs);
                    break;
                case BusEventKind.Reported:
                    ReportView.Fill(_report, peripheral);
                    Site.OnReport(index, _report, nowMs);
                    EnterInBooks(Site.At(index));
                    _energy.OnReport(index, _report.HasCar, nowMs);
                    break;
                case BusEventKind.Informed:
                    Site.OnCar(index, peripheral.Info.IsCarPresent(peripheral.State));
                    _energy.OnInfo(index, nowMs);
                    break;
                case BusEventKind.ContactorClosed:
                    Site.OnContactor(index, false, nowMs);
                    break;
                case BusEventKind.ContactorOpened:
                    Site.OnContactor(index, true, nowMs);
                    EnterInBooks(Site.At(index));
                    break;
                case BusEventKind.Lost:
                    Site.OnLost(index, nowMs + Timing.ContactorOpensMs);
                    _energy.OnLost(index);
                    break;
            }
        }
    }

    // Whoever had the place before has long been gone, and must not stay in the books.
    private void AssignPlace(int index, int id)
    {
        if (Site.At(index).Id != id)
        {
            Bus.Ledger.Remove(Site.At(index).Id);
            Site.OnPlace(index, id);
            _energy.OnPlace(index, id);
        }
    }

    private void EnterInBooks(Connector connector)
    {
        Bus.Ledger.OnReported(
            connector.Id, connector.TakenCentiamps, connector.ExposureCentiamps);
    }

    private void CarryDecisions(long nowMs)
    {
        for (int i = 0; i < Site.Count; i++)
        {
            Bus.Roster.At(i).OnServed(Site.At(i).IsServed);
            Bus.Roster.At(i).OnOffer(Site.At(i).OfferedCentiamps);
            EnterCeiling(i);
            OrderContactor(i, nowMs);
        }
    }

    // A peripheral that is certainly off makes room in the transmit path's books as well.
    private void EnterCeiling(int index)
    {
        Connector connector = Site.At(index);
        if (!connector.IsLinked && connector.ExposureCentiamps == 0)
        {
            Bus.Ledger.Remove(connector.Id);
            return;
        }
        Bus.Ledger.Enter(connector.Id, connector.MinCentiamps, Site.CeilingOf(index));
    }

    // Once given, an order stays until it is acknowledged or withdrawn: a contactor that opened and
    // whose answer was lost looks as if there were nothing left to be ordered.
    private void OrderContactor(int index, long nowMs)
    {
        ContactorWish wish = Site.ContactorWishOf(index);
        if (wish == ContactorWish.None && wish != _ordered[index])
        {
            Bus.Orders.OnWithdrawn(index);
        }
        else if (wish != _ordered[index])
        {
            Bus.Orders.OnOrder(index, wish == ContactorWish.Close, nowMs);
        }
        _ordered[index] = wish;
    }
}
