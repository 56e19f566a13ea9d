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
}
