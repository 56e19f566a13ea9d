using TwcBridge.Config;

namespace TwcBridge.Loops;

/// <summary>What only the owner of the box can do: the board with its flash, the PC with files.
/// </summary>
public interface IBoxKeeper
{
    /// <summary>False when they could not be written: what was saved before stands.</summary>
    public bool TrySave(Settings settings);

    /// <summary>Forgets all settings.</summary>
    public void Erase();

    /// <summary>Starts the box anew. May not return.</summary>
    public void Restart();
}
