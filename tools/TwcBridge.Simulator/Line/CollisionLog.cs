using System.Collections.Generic;

namespace TwcBridge.Simulator;

/// <summary>
/// How often two units were on the line at once, and who. What noise spoils does not count.
/// </summary>
public sealed class CollisionLog
{
    private const int Capacity = 256;

    private readonly Queue<Collision> _last = new(Capacity);

    /// <summary>Since the beginning.</summary>
    public long TotalCount { get; private set; }

    /// <summary>The last of them, oldest first.</summary>
    public IReadOnlyCollection<Collision> Last => _last;

    internal void Add(Collision collision)
    {
        TotalCount++;
        if (_last.Count == Capacity)
        {
            _last.Dequeue();
        }
        _last.Enqueue(collision);
    }
}
