using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>What a command topic means. Made once and used again for each message.</summary>
public sealed class TopicMatch
{
    public CommandKind Kind;

    /// <summary>1..65535, or Command.WholeSite.</summary>
    public int PeripheralId;
}
