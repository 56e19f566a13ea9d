namespace TwcBridge.Bus;

/// <summary>What one peripheral's link asks to be done now.</summary>
public enum PeripheralAction : byte
{
    None,

    /// <summary>It has been silent for too long: tell the others and forget the link.</summary>
    ReportLost,

    /// <summary>It announced itself: answer at once.</summary>
    AnswerLinkReady,

    SendHeartbeat,
}
