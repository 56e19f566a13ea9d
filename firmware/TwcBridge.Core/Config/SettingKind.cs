namespace TwcBridge.Config;

/// <summary>What a setting holds.</summary>
public enum SettingKind : byte
{
    /// <summary>An amount, kept in 0.01 A, read and written in amps.</summary>
    Amps,
    Number,
    Flag,

    /// <summary>One of a few words; kept as its place among them.</summary>
    Choice,
    Text,

    /// <summary>Text that never leaves the box.</summary>
    Secret,
}
