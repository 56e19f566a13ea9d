using TwcBridge.Bus;
using TwcBridge.Charging;

namespace TwcBridge;

/// <summary>What the bridge is told at start.</summary>
public sealed class BridgeOptions
{
    public readonly BusOptions Bus = new BusOptions();

    public readonly ChargingOptions Charging = new ChargingOptions();
}
