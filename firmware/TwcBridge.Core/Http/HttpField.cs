namespace TwcBridge.Http;

/// <summary>The texts of a head that are kept. Every other header is checked and forgotten. Each
/// header may come once: a second one could mean something else to a proxy before us.</summary>
public enum HttpField : byte
{
    Method,

    /// <summary>Up to the first question mark, as sent: nothing is percent-decoded.</summary>
    Path,

    /// <summary>After the first question mark; absent without one.</summary>
    Query,

    // Headers from here on, in the order of HttpHeaderLine.
    Host,
    ContentLength,
    ContentType,
    TransferEncoding,
    Expect,
    IfMatch,
    Authorization,
    Cookie,
    AcceptEncoding,

    /// <summary>X-TwcBridge: what only our own page can send, for a page of another origin would
    /// have to ask first.</summary>
    PageMark,
}
