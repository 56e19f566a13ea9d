using System;
using System.Collections.Generic;

namespace TwcBridge.SystemTests.ModelChecks;

/// <summary>
/// Tries everything that may happen, to a depth. A state that was met before, with as many steps
/// left, is not explored again. Worlds cannot be copied, so each branch is walked from its start.
/// </summary>
internal sealed class Explorer(Func<ModelWorld> make, ModelStep[] steps)
{
    private readonly Dictionary<long, int> _leftAt = [];
    private readonly List<ModelStep> _path = [];

    public long StateCount => _leftAt.Count;

    public long TransitionCount { get; private set; }

    /// <summary>The steps that led to the first fault, and the fault; or null.</summary>
    public string? Finding { get; private set; }

    /// <param name="start">The steps that lead to where exploration begins.</param>
    public void Explore(ModelStep[] start, int depth)
    {
        _path.Clear();
        _path.AddRange(start);
        Go(Walk(), depth);
    }

    private void Go(ModelWorld here, int depth)
    {
        for (int i = 0; i < steps.Length && Finding == null; i++)
        {
            // The last branch may use up the world that stands here.
            ModelWorld world = i == steps.Length - 1 ? here : Walk();
            _path.Add(steps[i]);
            Try(world, steps[i], depth - 1);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Try(ModelWorld world, ModelStep step, int left)
    {
        world.Take(step);
        TransitionCount++;
        if (world.Fault != null)
        {
            Finding = $"{world.Fault}: {string.Join(" ", _path)}";
            return;
        }
        long state = world.Fingerprint();
        if (_leftAt.TryGetValue(state, out int known) && known >= left)
        {
            return;
        }
        _leftAt[state] = left;
        if (left > 0)
        {
            Go(world, left);
        }
    }

    private ModelWorld Walk()
    {
        ModelWorld world = make();
        foreach (ModelStep step in _path)
        {
            world.Take(step);
        }
        return world;
    }
}
