using TwcBridge.Messages;

namespace TwcBridge.Bus;

/// <summary>The pieces that hearing and sending share. Made once by the engine.</summary>
public sealed class BusParts
{
    public readonly OfferLedger Ledger;
    public readonly Transmitter Transmitter;
    public readonly Roster Roster;
    public readonly Exchange Exchange;
    public readonly RivalMonitor Rivals;
    public readonly BusEvents Events;
    public readonly ContactorOrders Orders;
    public readonly BusCounters Counters;
    public readonly BusPace Pace;
    public readonly TraceRing Trace;

    public BusParts(BusOptions options, long nowMs)
    {
        Ledger = new OfferLedger();
        Transmitter = new Transmitter(
            new TransmitPolicy(Ledger, options.ControllerId, options.ContactorOrders));
        Roster = new Roster(options.MaxPeripherals);
        Exchange = new Exchange();
        Rivals = new RivalMonitor(options.Passive, nowMs);
        Events = new BusEvents();
        Orders = new ContactorOrders();
        Counters = new BusCounters();
        Pace = new BusPace();
        Trace = new TraceRing();
    }
}
