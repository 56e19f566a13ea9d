namespace TwcBridge.Control;

/// <summary>Why <see cref="JsonReader"/> refused a document.</summary>
public enum JsonError : byte
{
    None,

    /// <summary>There is no value at all.</summary>
    Empty,

    /// <summary>It stops before it is complete.</summary>
    UnexpectedEnd,

    /// <summary>A byte that cannot stand here.</summary>
    UnexpectedByte,

    /// <summary>A word that is neither true, false nor null.</summary>
    BadLiteral,

    /// <summary>Starts like a number and is none: 016, 1., +1, 1e, 16A.</summary>
    BadNumber,

    /// <summary>A backslash with an unknown letter, or \u without four hex digits.</summary>
    BadEscape,

    /// <summary>Half of a surrogate pair.</summary>
    BadSurrogate,

    /// <summary>A control character inside text that is not escaped.</summary>
    ControlCharacter,

    /// <summary>Text that is not UTF-8.</summary>
    BadUtf8,

    /// <summary>Nested deeper than <see cref="JsonReader.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>Something follows the complete value.</summary>
    TrailingText,
}
