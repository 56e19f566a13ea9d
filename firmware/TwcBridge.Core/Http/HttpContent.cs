namespace TwcBridge.Http;

/// <summary>What a request says of the kinds of content that it brings and takes.</summary>
internal static class HttpContent
{
    /// <summary>With or without parameters. A page of another origin cannot send this type without
    /// asking first, and is never told yes.</summary>
    public static bool IsJson(HttpRequest request)
    {
        int start = request.OffsetOf(HttpField.ContentType);
        int end = request.EndOf(HttpField.ContentType);
        return WordIs(request.Bytes, start, end, HttpResponse.JsonType);
    }

    /// <summary>Whoever says nothing takes it, as RFC 9110 has it.</summary>
    public static bool TakesGzip(HttpRequest request)
    {
        byte[] bytes = request.Bytes;
        int end = request.EndOf(HttpField.AcceptEncoding);
        bool takes = !request.Has(HttpField.AcceptEncoding);
        int next;
        for (int start = request.OffsetOf(HttpField.AcceptEncoding); start < end; start = next + 1)
        {
            next = HttpAscii.IndexOf(bytes, ',', start, end);
            start += bytes[start] == ' ' ? 1 : 0;
            if (WordIs(bytes, start, next, "gzip"))
            {
                return !IsZero(bytes, start, next);     // It says more than the star.
            }
            takes |= WordIs(bytes, start, next, "*") && !IsZero(bytes, start, next);
        }
        return takes;
    }

    // The word in front of the parameters.
    private static bool WordIs(byte[] bytes, int start, int end, string lowerCase)
    {
        int wordEnd = HttpAscii.IndexOf(bytes, ';', start, end);
        while (wordEnd > start && bytes[wordEnd - 1] == ' ')
        {
            wordEnd--;
        }
        return HttpAscii.EqualIgnoringCase(bytes, start, wordEnd - start, lowerCase);
    }

    // A weight of 0: a q= in which no digit but 0 follows.
    private static bool IsZero(byte[] bytes, int start, int end)
    {
        int at = HttpAscii.IndexOf(bytes, '=', start, end);
        bool isZero = at < end;
        while (++at < end)
        {
            isZero &= bytes[at] < '1' || bytes[at] > '9';
        }
        return isZero;
    }
}
