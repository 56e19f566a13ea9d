namespace TwcBridge.Control;

/// <summary>What has happened.</summary>
public enum BoxEventKind : byte
{
    ConnectorLinked,
    ConnectorLost,
    FaultBegan,
    FaultEnded,
    FailsafeBegan,
    FailsafeEnded,
    RivalSeen,
    RivalGone,
    CommandRefused,
}
