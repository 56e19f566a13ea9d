using System;

namespace TwcBridge.Simulator;

/// <summary>
/// What can be wrong with the adapter between a controller and the line (PROTOCOL 1).
/// </summary>
[Flags]
public enum AdapterFaults
{
    None = 0,

    /// <summary>What it sends comes back to it.</summary>
    EchoesOwnBytes = 1,

    /// <summary>It hears and is not heard.</summary>
    CannotSend = 2,

    CannotReceive = 4,

    /// <summary>D+ and D- swapped: every bit is inverted, both ways.</summary>
    SwappedPolarity = 8,
}
