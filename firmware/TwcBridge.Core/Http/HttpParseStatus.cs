namespace TwcBridge.Http;

/// <summary>What the bytes so far amount to.</summary>
public enum HttpParseStatus : byte
{
    /// <summary>A valid beginning.</summary>
    NeedMore,

    /// <summary>The head is whole. Reading goes on when somebody has said where the body goes.
    /// </summary>
    Head,

    /// <summary>One whole request. Bytes after it are ignored.</summary>
    Complete,

    /// <summary>Can no longer become a request; HttpRequestParser.Problem says why.</summary>
    Refused,
}
