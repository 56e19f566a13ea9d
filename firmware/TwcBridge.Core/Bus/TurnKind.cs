namespace TwcBridge.Bus;

/// <summary>What the next frame is for, most pressing first.</summary>
public enum TurnKind : byte
{
    None,
    Heartbeat,
    ContactorOrder,
    Announcement,
    Query,
}
