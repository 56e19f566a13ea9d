namespace TwcBridge.Control;

/// <summary>What <see cref="JsonReader"/> found next.</summary>
public enum JsonToken : byte
{
    /// <summary>Nothing has been asked for yet.</summary>
    None,

    BeginObject,
    EndObject,
    BeginArray,
    EndArray,
    Key,
    Text,
    Number,
    Bool,
    Null,

    /// <summary>The document is complete and nothing follows it.</summary>
    End,

    /// <summary>The document is refused; it stays refused until the next restart.</summary>
    Error,
}
