namespace TwcBridge.Control;

/// <summary>Why settings were refused. None of them were taken then.</summary>
public enum SettingsProblem : byte
{
    None,

    /// <summary>No JSON, or no object.</summary>
    NotJson,
    UnknownKey,
    DuplicateKey,
    WrongType,
    OutOfRange,

    /// <summary>In range by itself, but not beside the others.</summary>
    Inconsistent,
}
