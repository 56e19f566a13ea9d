namespace TwcBridge.Control;

/// <summary>Which door a command came through.</summary>
public enum CommandOrigin : byte
{
    /// <summary>Takes a bare value or an object; an amount above a ceiling is cut.</summary>
    Mqtt,

    /// <summary>Takes an object only; an amount above a ceiling is refused.</summary>
    Http,
}
