namespace TwcBridge.Bus;

/// <summary>The heartbeat relation with one peripheral.</summary>
public enum LinkState : byte
{
    Absent,
    Linked,
}
