using TwcBridge.Messages;

namespace TwcBridge.Bus;

/// <summary>The pieces that hearing and sending share. Made once by the engine.</summary>
public sealed class BusParts
{
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

    public OfferLedger Ledger { get; }

    public Transmitter Transmitter { get; }

    public Roster Roster { get; }

    public Exchange Exchange { get; }

    public RivalMonitor Rivals { get; }

    public BusEvents Events { get; }

    public ContactorOrders Orders { get; }

    public BusCounters Counters { get; }

    public BusPace Pace { get; }

    public TraceRing Trace { get; }
}
