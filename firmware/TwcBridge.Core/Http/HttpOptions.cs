namespace TwcBridge.Http;

/// <summary>By which names the box may be called. Whoever else's name leads here is a page that
/// rebinds its own name to our address, and gets 421.</summary>
public sealed class HttpOptions
{
    /// <summary>In lower case, without a port: "twcbridge.local".</summary>
    public string[] HostNames = { };

    /// <summary>Also takes any IP address and localhost: a page can make no such name its own.
    /// </summary>
    public bool AllowAddresses = true;
}
