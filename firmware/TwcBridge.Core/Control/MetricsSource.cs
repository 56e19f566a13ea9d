using TwcBridge.Bus;
using TwcBridge.Diagnostics;

namespace TwcBridge.Control;

/// <summary>What the metrics are read from. Plain data, lent for one part.</summary>
public sealed class MetricsSource
{
    public Timings Timings;
    public BoxStatus Status;
    public BoxFacts Facts;
    public BusReport Report;

    /// <summary>Connectors to be told, fixed when the first part was written.</summary>
    public int ConnectorCount;
}
