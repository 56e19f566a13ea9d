namespace TwcBridge.Loops;

/// <summary>What an IBrokerLine answers besides counts.</summary>
public static class BrokerLine
{
    /// <summary>The broker has hung up.</summary>
    public const int Ended = -1;
}
