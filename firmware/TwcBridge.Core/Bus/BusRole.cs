namespace TwcBridge.Bus;

/// <summary>What we are doing on the bus.</summary>
public enum BusRole : byte
{
    /// <summary>Silent for a moment: hearing whether another controller is there.</summary>
    Listening,

    /// <summary>We are the controller.</summary>
    Controlling,

    /// <summary>Another controller was heard; we are silent.</summary>
    StandingDown,

    /// <summary>Told only to listen.</summary>
    Passive,
}
