namespace TwcBridge.SystemTests.Rules.Source.Shape;

/// <summary>STYLE 2.9. A number above its limit is a question to the author, and an entry in
/// Exemptions if the answer is good.</summary>
internal static class Limits
{
    /// <summary>A file is read in one go.</summary>
    public const int FileLines = 250;

    /// <summary>A method fits on one screen.</summary>
    public const int MethodLines = 40;

    /// <summary>Two files fit side by side.</summary>
    public const int Columns = 100;

    /// <summary>Blocks within blocks, the method's own block not counted.</summary>
    public const int Nesting = 3;

    /// <summary>STYLE wants four; a buffer with offset and length may bring a fifth.</summary>
    public const int Parameters = 5;

    /// <summary>Decisions that a reader keeps in mind at once.</summary>
    public const int Complexity = 8;
}
