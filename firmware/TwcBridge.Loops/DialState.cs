namespace TwcBridge.Loops;

/// <summary>How far a dial has come.</summary>
public enum DialState : byte
{
    Idle,
    Dialing,

    /// <summary>Still dialling, but nobody waits for it any more.</summary>
    Abandoned,

    Connected,
    Failed,
}
