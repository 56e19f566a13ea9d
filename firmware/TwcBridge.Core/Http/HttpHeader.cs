namespace TwcBridge.Http;

/// <summary>The headers that are kept. Every other header is checked and forgotten. Each may come
/// once: a second one could mean something else to a proxy before us.</summary>
public enum HttpHeader : byte
{
    Host,
    ContentLength,
    ContentType,
    TransferEncoding,
    Expect,
    IfMatch,
    Authorization,
    Cookie,
}
