using System.Collections.Generic;

namespace TwcBridge.Simulator;

/// <summary>Cars by name, as a command line or a test names them.</summary>
public static class CarKinds
{
    private static readonly CarOptions Tesla = new()
    {
        Vin = "5YJ3E7EA1KF000317",
        StopsOnZeroOffer = true,
    };

    private static readonly Dictionary<string, CarOptions?> Kinds = new()
    {
        ["none"] = null,
        ["tesla"] = Tesla,
        ["tesla-latch"] = Tesla with { Latch = LatchCure.RepeatedLimit },
        ["fiat"] = new CarOptions
        {
            MaxCentiamps = 1600,
            ToleratesContactorOrders = true,
            LongestGapSeconds = long.MaxValue / Micros.PerSecond,
        },
        ["full"] = Tesla with { NeededWattHours = 0 },
        ["scheduled"] = Tesla with { WakesAfterSeconds = 3600 },
    };

    public static IReadOnlyCollection<string> Names => Kinds.Keys;

    /// <summary>False if the name is unknown. "none" is known and gives no car.</summary>
    public static bool TryCreate(string name, out Car? car)
    {
        bool isKnown = Kinds.TryGetValue(name, out CarOptions? options);
        car = options is null ? null : new Car(options);
        return isKnown;
    }
}
