namespace TwcBridge.Charging;

/// <summary>Whose claims count for the whole site.</summary>
public enum SiteMode : byte
{
    /// <summary>All.</summary>
    Auto,

    /// <summary>Only what somebody has asked for, and the default. Nothing that follows a clock or
    /// a meter.</summary>
    Manual,

    /// <summary>Nobody's: nothing is offered, as the stop mode can.</summary>
    Off,
}
