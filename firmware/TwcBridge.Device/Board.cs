namespace TwcBridge.Device;

/// <summary>Which pin does what on the board that the program runs on. The values stand in
/// nf-targets.json; BoardTable is written out of it.</summary>
internal sealed class Board
{
    /// <summary>Instead of a pin: there is none.</summary>
    public const int NoPin = -1;

    public string SerialPort;
    public LineDirection Direction;
    public int TransmitPin;
    public int ReceivePin;
    public int DirectionPin;
    public int LedPin;
    public int ButtonPin;
    public int WatchdogPin;
    public bool IsLedActiveLow;

    /// <summary>The pin has no pull-up of its own; the board brings one.</summary>
    public bool HasButtonPullUp;

    /// <summary>A cable and no radio.</summary>
    public bool IsEthernet;
}
