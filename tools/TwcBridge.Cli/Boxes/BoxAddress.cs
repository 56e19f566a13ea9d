using System;

namespace TwcBridge.Cli.Boxes;

/// <summary>Where a box is: an address or a name, with a port where it is not 80.</summary>
internal static class BoxAddress
{
    public const string Example = "192.168.1.20 or 127.0.0.1:8080";

    public static bool TryParse(string text, out Uri address)
    {
        string whole = text.Contains("://") ? text : $"http://{text}";
        bool isAddress = Uri.TryCreate(whole, UriKind.Absolute, out Uri? uri)
            && uri.Scheme == Uri.UriSchemeHttp && uri.Host.Length > 0 && uri.PathAndQuery == "/";
        address = uri!;
        return isAddress;
    }
}
