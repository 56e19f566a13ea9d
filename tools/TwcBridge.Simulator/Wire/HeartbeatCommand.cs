namespace TwcBridge.Simulator;

/// <summary>What a controller's heartbeat orders (PROTOCOL 3.2).</summary>
public static class HeartbeatCommand
{
    public const int NoChange = 0x00;
    public const int Error = 0x02;
    public const int InitialLimit = 0x05;
    public const int Raise = 0x06;
    public const int Lower = 0x07;
    public const int StartLimit = 0x08;
    public const int SessionLimit = 0x09;
}
