using TwcBridge.Messages;

namespace TwcBridge.Bus;

/// <summary>What the bus side is told once, at start.</summary>
public sealed class BusOptions
{
    public const int DefaultControllerId = 0x7777;
    public const int DefaultSign = 0x77;
    public const int DefaultMaxPeripherals = 3;

    /// <summary>Our id on the bus, 1..65535.</summary>
    public int ControllerId = DefaultControllerId;

    /// <summary>Our sign on the bus, 0..255.</summary>
    public int Sign = DefaultSign;

    /// <summary>How many peripherals are taken, 1..OfferLedger.Capacity. Real controllers take 3.
    /// </summary>
    public int MaxPeripherals = DefaultMaxPeripherals;

    /// <summary>Listen and show, never transmit.</summary>
    public bool Passive;

    /// <summary>The owner allowed orders to the contactor (PROTOCOL 3.5).</summary>
    public bool ContactorOrders;
}
