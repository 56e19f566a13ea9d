using System;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>Somebody who does things to the world now and then. Chance comes from dice of its own,
/// so that one actor's doings do not change another's.</summary>
internal abstract class Actor
{
    protected Actor(ProvingWorld world, int stream)
    {
        World = world;
        Dice = new Dice(world.Seed, stream);
    }

    /// <summary>When it wants to act next.</summary>
    public long NextUs { get; protected set; } = Micros.Never;

    protected ProvingWorld World { get; }

    protected Dice Dice { get; }

    public abstract void Act();

    protected bool IsChance(int percent)
    {
        return Dice.Below(100) < percent;
    }

    protected T Pick<T>(params ReadOnlySpan<T> choices)
    {
        return choices[Dice.Below(choices.Length)];
    }

    /// <summary>Uniform between the two, as a duration.</summary>
    protected long Between(long leastUs, long mostUs)
    {
        return leastUs + (long)(Dice.Next() % (ulong)(mostUs - leastUs + 1));
    }
}
