namespace TwcBridge.Charging;

/// <summary>How far an order to a contactor has come.</summary>
public enum OrderStage : byte
{
    /// <summary>There is none, or it was acknowledged.</summary>
    None,

    /// <summary>To be sent, or sent and perhaps still to be answered.</summary>
    Pending,

    /// <summary>Sent as often as it takes, and not answered.</summary>
    GivenUp,
}
