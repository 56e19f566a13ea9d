using System.Threading;
using TwcBridge.Config;
using TwcBridge.Loops;

namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>What a box on a PC keeps over its restarts, in memory: changed settings last until the
/// program ends.</summary>
public sealed class BoxMemory : IBoxKeeper
{
    private readonly Settings _first = new();

    /// <param name="settings">Changed by the box; a factory reset goes back to what they are now.
    /// </param>
    public BoxMemory(Settings settings)
    {
        Settings = settings;
        _first.CopyFrom(settings);
    }

    public Settings Settings { get; }

    /// <summary>Set when the box is to start anew.</summary>
    public ManualResetEvent Restarts { get; } = new(false);

    public bool TrySave(Settings settings)
    {
        return true;
    }

    public void Erase()
    {
        Settings.CopyFrom(_first);
    }

    /// <summary>This is not the first start.</summary>
    public bool HasRun { get; private set; }

    public void Restart()
    {
        HasRun = true;
        Restarts.Set();
    }
}
