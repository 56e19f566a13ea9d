using System;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// Worlds one after the other, each from the seed behind the last one's and each a day long, until
/// the time is up or something is refuted. The seed of the refuted world alone is enough to see it
/// again.
/// </summary>
public sealed class Proof
{
    public const long LongestWorldUs = Micros.PerDay;

    private readonly int _connectors;
    private readonly long _simulateUs;

    /// <param name="seed">Of the first world.</param>
    /// <param name="connectors">In every world; 0 leaves it to the seed.</param>
    /// <param name="simulateUs">How much time passes in all worlds together.</param>
    public Proof(long seed, int connectors, long simulateUs)
    {
        _connectors = connectors;
        _simulateUs = simulateUs;
        NextSeed = seed;
    }

    /// <summary>Looks only for what must never happen, and not at pace and liveness.</summary>
    public bool IsSafetyOnly { get; init; }

    /// <summary>Of the world that comes next.</summary>
    public long NextSeed { get; private set; }

    public int WorldCount { get; private set; }

    /// <summary>In all worlds that are over.</summary>
    public long SimulatedUs { get; private set; }

    public bool IsOver => Refuted is not null || SimulatedUs >= _simulateUs;

    /// <summary>The world in which something did not hold, or null.</summary>
    public ProvingWorld? Refuted { get; private set; }

    /// <summary>The next world, from its beginning to its end.</summary>
    public void RunWorld()
    {
        ProvingWorld world = new(NextSeed++, _connectors) { IsSafetyOnly = IsSafetyOnly };
        bool held = world.RunTo(Math.Min(LongestWorldUs, _simulateUs - SimulatedUs));
        WorldCount++;
        SimulatedUs += world.NowUs;
        Refuted = held ? null : world;
    }
}
