namespace TwcBridge.Http;

/// <summary>
/// Reads one <c>name: value</c> line. Strict, because each leniency here (folding, a space before
/// the colon, a second Host) is a known way to make two programs read one request differently.
/// </summary>
internal static class HttpHeaderLine
{
    /// <summary>In the order of <see cref="HttpHeader"/>.</summary>
    private static readonly string[] Names =
    {
        "host", "content-length", "content-type", "transfer-encoding",
        "expect", "if-match", "authorization", "cookie",
    };

    /// <summary>Reads the line at start..end-1 of the head, without its line end.</summary>
    public static HttpProblem Read(HttpRequest request, int start, int end)
    {
        byte[] head = request.Head;
        if (IsBlank(head[start]))
        {
            return HttpProblem.FoldedHeader;
        }
        int colon = HttpAscii.IndexOf(head, ':', start, end);
        if (colon == end || !HttpAscii.IsToken(head, start, colon))
        {
            return HttpProblem.BadHeader;
        }
        HttpText kept = Kept(request, start, colon - start);
        if (kept == null)
        {
            return HttpProblem.None;
        }
        if (kept.IsPresent)
        {
            return HttpProblem.DuplicateHeader;
        }
        PointAtValue(kept, colon + 1, end);
        return HttpProblem.None;
    }

    private static HttpText Kept(HttpRequest request, int offset, int length)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (HttpAscii.EqualIgnoringCase(request.Head, offset, length, Names[i]))
            {
                return request.Header((HttpHeader)i);
            }
        }
        return null;
    }

    private static void PointAtValue(HttpText value, int start, int end)
    {
        while (start < end && IsBlank(value.Source[start]))
        {
            start++;
        }
        while (start < end && IsBlank(value.Source[end - 1]))
        {
            end--;
        }
        value.Point(start, end - start);
    }

    private static bool IsBlank(int value)
    {
        return value == ' ' || value == '\t';
    }
}
