namespace TwcBridge.Control;

/// <summary>Why a text is no command, before anybody judges amounts.</summary>
public enum ParseStatus : byte
{
    Ok,

    /// <summary>Came retained: an order of yesterday. Found by the MQTT side.</summary>
    Retained,

    /// <summary>No command has this topic. Found by the MQTT side.</summary>
    UnknownTopic,

    /// <summary>Nothing but white space.</summary>
    Empty,

    /// <summary>Longer than <see cref="CommandParser.MaxLength"/>.</summary>
    TooLong,

    /// <summary>Not JSON; <see cref="ParsedCommand.JsonError"/> says why.</summary>
    NotJson,

    /// <summary>JSON, but not the object that HTTP wants.</summary>
    NotAnObject,

    /// <summary>The field, or the bare value, is no number.</summary>
    NotANumber,

    /// <summary>The field, or the bare value, does not say on or off.</summary>
    NotASwitch,

    /// <summary>The field, or the bare value, is none of the words that the command takes.
    /// </summary>
    UnknownWord,

    /// <summary>The field is no text.</summary>
    NotText,

    /// <summary>Something follows the complete value.</summary>
    TrailingText,

    /// <summary>The number is below 0.</summary>
    Negative,

    /// <summary>The number is above anything that makes sense.</summary>
    TooLarge,

    /// <summary>The number has more decimals than its unit.</summary>
    TooPrecise,

    /// <summary>The correlation id is longer than <see cref="ParsedCommand.MaxIdLength"/>.
    /// </summary>
    IdTooLong,

    /// <summary>The object has a key that this command does not know.</summary>
    UnknownKey,

    /// <summary>The object has a key twice.</summary>
    DuplicateKey,

    /// <summary>The object lacks the key that this command is about.</summary>
    MissingKey,
}
