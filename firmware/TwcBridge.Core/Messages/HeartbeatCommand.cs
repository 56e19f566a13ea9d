namespace TwcBridge.Messages;

/// <summary>What a controller's heartbeat orders (PROTOCOL 3.2). 02 latches an error in the
/// connector and so has no name here: what has no name is not sent.</summary>
public static class HeartbeatCommand
{
    public const int NoChange = 0x00;

    /// <summary>Limit before charging starts; on protocol 1 at any time.</summary>
    public const int InitialLimit = 0x05;

    public const int RaiseBy2Amps = 0x06;
    public const int LowerBy2Amps = 0x07;

    /// <summary>Limit in answer to a connector that wants to start.</summary>
    public const int StartLimit = 0x08;

    /// <summary>Limit while charging, protocol 2.</summary>
    public const int SessionLimit = 0x09;
}
