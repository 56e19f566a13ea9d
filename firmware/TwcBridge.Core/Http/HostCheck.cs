namespace TwcBridge.Http;

/// <summary>Judges the Host header, against DNS rebinding.</summary>
public static class HostCheck
{
    public static bool Allows(HttpOptions options, HttpRequest request)
    {
        byte[] source = request.Bytes;
        int start = request.OffsetOf(HttpField.Host);
        int end = request.EndOf(HttpField.Host);
        int nameEnd = NameEnd(source, start, end);
        if (!IsPort(source, nameEnd, end))
        {
            return false;
        }
        int length = nameEnd - start;
        if (options.AllowAddresses && (IsAddress(source, start, nameEnd)
            || HttpAscii.EqualIgnoringCase(source, start, length, "localhost")))
        {
            return true;
        }
        foreach (string name in options.HostNames)
        {
            if (HttpAscii.EqualIgnoringCase(source, start, length, name))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Behind the name or address; an IPv6 address has its colons in brackets.</summary>
    private static int NameEnd(byte[] source, int start, int end)
    {
        if (start < end && source[start] == '[')
        {
            int bracket = HttpAscii.IndexOf(source, ']', start, end);
            return bracket == end ? end : bracket + 1;
        }
        return HttpAscii.IndexOf(source, ':', start, end);
    }

    private static bool IsPort(byte[] source, int start, int end)
    {
        if (start < end && source[start] != ':')
        {
            return false;
        }
        for (int i = start + 1; i < end; i++)
        {
            if (!HttpAscii.IsDigit(source[i]))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>
    /// True for what a browser can only take for an address: digits and dots, for no domain name
    /// ends with a number, or anything in brackets.
    /// </summary>
    private static bool IsAddress(byte[] source, int start, int end)
    {
        if (end - start >= 2 && source[start] == '[')
        {
            return source[end - 1] == ']';
        }
        for (int i = start; i < end; i++)
        {
            if (!HttpAscii.IsDigit(source[i]) && source[i] != '.')
            {
                return false;
            }
        }
        return start < end && HttpAscii.IsDigit(source[end - 1]);
    }
}
