namespace TwcBridge.Diagnostics;

/// <summary>What a loop that stands still calls for.</summary>
public enum SupervisorAction : byte
{
    None,

    /// <summary>Close every socket and start the network thread anew.</summary>
    TearDownNetwork,
    Restart,
}
