namespace TwcBridge.Config;

/// <summary>What the radio is to do.</summary>
public enum WifiAction : byte
{
    None,

    /// <summary>Try to join the known network.</summary>
    Join,

    /// <summary>Make the box an access point with the set-up page. Takes a restart.</summary>
    OpenAccessPoint,

    /// <summary>Set-up is over. Takes a restart.</summary>
    CloseAccessPoint,
}
