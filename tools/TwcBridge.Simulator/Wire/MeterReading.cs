namespace TwcBridge.Simulator;

/// <summary>What FD EB carries. Energy is in kWh or Wh, as the unit likes (PROTOCOL 3.3).</summary>
public readonly record struct MeterReading(long Energy)
{
    public int VoltsL1 { get; init; }

    public int VoltsL2 { get; init; }

    public int VoltsL3 { get; init; }

    public int HalfAmpsL1 { get; init; }

    public int HalfAmpsL2 { get; init; }

    public int HalfAmpsL3 { get; init; }
}
