namespace TwcBridge.Charging;

/// <summary>What a user can ask of the bridge.</summary>
public enum CommandKind : byte
{
    /// <summary>Claim an amount for the whole site or for one connector.</summary>
    SetAmps,

    /// <summary>Give the claim back; what was below it comes into force.</summary>
    ReleaseAmps,

    /// <summary>Allow or forbid charging, for the whole site or for one connector.</summary>
    SetEnabled,

    /// <summary>Claim an amount for the whole site above all others, for some minutes.</summary>
    SetBoost,

    /// <summary>End that.</summary>
    EndBoost,

    /// <summary>Say whose claims count.</summary>
    SetMode,

    /// <summary>Say who of the connectors comes first.</summary>
    SetPriority,

    /// <summary>The other controller is gone: take its place.</summary>
    TakeOver,

    /// <summary>Start the box anew. From here on the bus side has no part.</summary>
    Restart,

    /// <summary>Publish everything again.</summary>
    Rediscover,

    /// <summary>Show which box it is.</summary>
    Identify,

    /// <summary>One of the last four; the text says which.</summary>
    Order,
}
