namespace TwcBridge.Control;

/// <summary>What a number measures, as Home Assistant tells quantities apart.</summary>
public enum Quantity : byte
{
    Current,
    Voltage,
    Power,
    Duration,

    /// <summary>A duration too short for seconds.</summary>
    Delay,
    DataSize,
    SignalStrength,
    Energy,

    /// <summary>A count of things that only grows, until a restart.</summary>
    Count,
}
