using TwcBridge.Charging;

namespace TwcBridge.Loops;

/// <summary>Whoever wants to know of every command that reached the bus side.</summary>
public interface ICommandWatch
{
    /// <summary>Called on the bus thread; must return at once. Both objects belong to the loop and
    /// are valid until the return.</summary>
    public void OnCommand(Command command, CommandResult result, long nowMs);
}
