using System;
using TwcBridge.Bus;
using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Micro;

/// <summary>What a connector says to us, written by the simulator's own codec.</summary>
internal static class WireSamples
{
    /// <summary>16 bytes of body, which are 18 on the line.</summary>
    public static byte[] HeartbeatAnswer(int connectorId)
    {
        FrameWriter written = new ConnectorMessages(connectorId).HeartbeatAnswer(
            BusOptions.DefaultControllerId,
            ConnectorState.Charging,
            acceptedCentiamps: 1600,
            drawnCentiamps: 1507);
        return written.Wire.AsSpan(0, written.Length).ToArray();
    }
}
