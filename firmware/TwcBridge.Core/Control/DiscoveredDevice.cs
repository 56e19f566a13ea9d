namespace TwcBridge.Control;

/// <summary>What the announcement of a device depends on, as it was when it began: so much of it
/// as may change before its end.</summary>
public sealed class DiscoveredDevice
{
    /// <summary>The TWC id; 0 for the box.</summary>
    public int Id;

    /// <summary>The range of its limit, 0.01 A.</summary>
    public int MinCentiamps;
    public int MaxCentiamps;

    public bool TellsVin;

    /// <summary>The platform knows the free memory, and the signal of the radio.</summary>
    public bool HasMemory;
    public bool HasSignal;

    /// <summary>Bytes of <see cref="Serial"/>; 0 until known.</summary>
    public int SerialLength;

    public readonly byte[] Serial = new byte[ConnectorStatus.SerialLength];

    /// <summary>Or ConnectorStatus.Unknown in the first place.</summary>
    public readonly int[] Version = new int[Discovery.VersionParts];
}
