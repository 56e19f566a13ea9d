namespace TwcBridge.Messages;

/// <summary>What a connector's heartbeat answer reports (PROTOCOL 3.2).</summary>
public static class ChargerState
{
    /// <summary>No car, or one that sleeps or is full. Not a proof of "unplugged".</summary>
    public const int Ready = 0x00;
    public const int Charging = 0x01;
    public const int Error = 0x02;
    public const int PluggedNotCharging = 0x03;

    /// <summary>Plugged; with an accepted limit of 0 it asks for one.</summary>
    public const int WantsLimit = 0x04;

    /// <summary>About a second, within any state.</summary>
    public const int Busy = 0x05;
    public const int EchoRaise = 0x06;
    public const int EchoLower = 0x07;
    public const int Starting = 0x08;
    public const int EchoLimit = 0x09;
    public const int AdjustmentOver = 0x0A;

    /// <summary>Above this the byte belongs to some other frame.</summary>
    public const int Highest = 0x0F;

    /// <summary>False for the echo of a command and for a passing busy: neither tells what the car
    /// does, so the last real state stays.</summary>
    public static bool IsReal(int state)
    {
        switch (state)
        {
            case Busy:
            case EchoRaise:
            case EchoLower:
            case EchoLimit:
                return false;
            default:
                return true;
        }
    }
}
