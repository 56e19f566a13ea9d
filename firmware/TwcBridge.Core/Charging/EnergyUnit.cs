namespace TwcBridge.Charging;

/// <summary>What one count of a connector's meter is worth. It differs between units and is told
/// nowhere (PROTOCOL 3.3).</summary>
public enum EnergyUnit : byte
{
    /// <summary>Not known yet: found out from what is charged.</summary>
    Unknown,
    KilowattHours,
    WattHours,
}
