using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>By which names the box may be called, and who may command it.</summary>
public sealed class HttpOptions
{
    public const int SessionKeyLength = 32;

    /// <summary>In lower case, without a port: "twcbridge.local". Whoever else's name leads here is
    /// a page that rebinds its own name to our address, and gets 421.</summary>
    public string[] HostNames = { };

    /// <summary>Also takes any IP address and localhost: a page can make no such name its own.
    /// </summary>
    public bool AllowAddresses = true;

    /// <summary>As many as a status has room for.</summary>
    public int MaxConnectors = BoxStatus.MaxConnectors;

    /// <summary>UTF-8. Empty: whoever reaches the port may command the box.</summary>
    public byte[] Password = { };

    /// <summary>The place of a long body, at least HttpLongBody.Capacity; null for one of its own.
    /// What it holds is read, and saved, before the next one comes.</summary>
    public byte[] LongBody;

    /// <summary>By chance, at each start another.</summary>
    public byte[] SessionKey = new byte[SessionKeyLength];
}
