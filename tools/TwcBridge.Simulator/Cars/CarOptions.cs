namespace TwcBridge.Simulator;

/// <summary>What one car is and how it behaves.</summary>
public sealed record CarOptions
{
    /// <summary>17 letters and digits; empty when the car says nothing over CAN.</summary>
    public string Vin { get; init; } = string.Empty;

    public int MaxCentiamps { get; init; } = 3200;

    /// <summary>1 or 3.</summary>
    public int Phases { get; init; } = 3;

    /// <summary>Until it is full; 0 is a full car.</summary>
    public long NeededWattHours { get; init; } = 50_000;

    /// <summary>After plugging; it sleeps until then.</summary>
    public int WakesAfterSeconds { get; init; }

    /// <summary>Only protocol 1 units can tell it by CAN to stop at 0 A.</summary>
    public bool StopsOnZeroOffer { get; init; }

    /// <summary>
    /// False: a contactor that opens by order makes it fail until it is plugged again.
    /// </summary>
    public bool ToleratesContactorOrders { get; init; }

    /// <summary>Without power for longer than this, it fails until it is plugged again.</summary>
    public long LongestGapSeconds { get; init; } = 300;

    public LatchCure Latch { get; init; }
}
