namespace TwcBridge.Control;

/// <summary>Whether a number of text is a whole number of the unit that the caller wants.</summary>
public enum NumberStatus : byte
{
    /// <summary>Yes, to the last digit.</summary>
    Exact,

    /// <summary>The token is no number.</summary>
    NotANumber,

    /// <summary>More than 18 digits in that unit.</summary>
    TooLarge,

    /// <summary>It has digits below that unit. Nothing is rounded.</summary>
    TooPrecise,
}
