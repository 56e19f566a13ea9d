namespace TwcBridge.Control;

/// <summary>What the network loop knows of the box and the bus loop does not. Plain data.</summary>
public sealed class BoxFacts
{
    /// <summary>Stands for a number that the platform does not tell; it never leaves the box.
    /// </summary>
    public const int Unknown = int.MinValue;

    /// <summary>Longest <see cref="BoxId"/> and <see cref="FirmwareVersion"/> that a state has room
    /// for.</summary>
    public const int MaxTextLength = 32;

    /// <summary>Last part of the base topic: six hex digits of the MAC, or what the owner chose.
    /// </summary>
    public string BoxId = "";

    public string FirmwareVersion = "";

    /// <summary>What the platform calls the board: the name of its image, or "pc".</summary>
    public string Target = "";

    /// <summary>Wall clock, or 0 while it is unset.</summary>
    public long UnixSeconds;

    public bool MqttConnected;

    /// <summary>Why it is not connected, in a word; null while it is, and before the first try.
    /// </summary>
    public string MqttProblem;

    /// <summary>Times that the broker was lost and found again.</summary>
    public long MqttReconnects;

    /// <summary>Free managed heap, or Unknown.</summary>
    public long HeapFreeBytes = Unknown;

    /// <summary>Garbage collections since start, or Unknown.</summary>
    public long GcRuns = Unknown;

    /// <summary>Signal strength of the radio in dBm, or Unknown: also with a cable.</summary>
    public int WifiRssiDbm = Unknown;
}
