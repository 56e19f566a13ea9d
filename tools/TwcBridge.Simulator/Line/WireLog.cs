using System;

namespace TwcBridge.Simulator;

/// <summary>The last transmissions, in the order in which they began.</summary>
public sealed class WireLog
{
    private const int Capacity = 4096;

    private readonly Transmission?[] _ring = new Transmission?[Capacity];

    /// <summary>Since the beginning.</summary>
    public long TotalCount { get; private set; }

    /// <summary>How many of them can still be read.</summary>
    public int Count => (int)Math.Min(TotalCount, Capacity);

    /// <summary>0 is the oldest that is still there.</summary>
    public Transmission this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _ring[(TotalCount - Count + index) % Capacity]!;
        }
    }

    internal Transmission Next()
    {
        return _ring[TotalCount++ % Capacity] ??= new Transmission();
    }
}
