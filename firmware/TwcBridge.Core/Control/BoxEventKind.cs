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

    /// <summary>The owner has let us take the place of the other controller.</summary>
    TakeOver,

    /// <summary>What is most likely wrong with the bus is something else now.</summary>
    Finding,
    CommandRefused,
}
