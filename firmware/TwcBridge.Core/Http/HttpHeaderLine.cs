namespace TwcBridge.Http;

/// <summary>
/// Reads one <c>name: value</c> line. Strict, because each leniency here (folding, a space before
/// the colon, a second Host) is a known way to make two programs read one request differently.
/// </summary>
internal static class HttpHeaderLine
{
    /// <summary>Instead of a field: the header is not kept.</summary>
    public const HttpField NotKept = HttpField.Method;

    /// <summary>In the order of <see cref="HttpField"/>, from Host on.</summary>
    private static readonly string[] Names =
    {
        "host", "content-length", "content-type", "transfer-encoding", "expect", "if-match",
        "authorization", "cookie", "accept-encoding", "x-twcbridge",
    };

    /// <summary>Judges the name of the line at start..end-1, which may lack its end.</summary>
    /// <param name="field">What it is, or <see cref="NotKept"/>.</param>
    public static HttpProblem ReadName(HttpRequest request, int start, int end, out HttpField field)
    {
        byte[] head = request.Bytes;
        field = NotKept;
        if (IsBlank(head[start]))
        {
            return HttpProblem.FoldedHeader;
        }
        int colon = HttpAscii.IndexOf(head, ':', start, end);
        if (colon == end || !HttpAscii.IsToken(head, start, colon))
        {
            return HttpProblem.BadHeader;
        }
        for (int i = 0; i < Names.Length; i++)
        {
            if (HttpAscii.EqualIgnoringCase(head, start, colon - start, Names[i]))
            {
                field = (HttpField)((int)HttpField.Host + i);
                return request.Has(field) ? HttpProblem.DuplicateHeader : HttpProblem.None;
            }
        }
        return HttpProblem.None;
    }

    /// <summary>Points the field at what stands behind the colon, without blanks around it.
    /// </summary>
    public static void ReadValue(HttpRequest request, HttpField field, int start, int end)
    {
        byte[] head = request.Bytes;
        start = HttpAscii.IndexOf(head, ':', start, end) + 1;
        while (start < end && IsBlank(head[start]))
        {
            start++;
        }
        while (start < end && IsBlank(head[end - 1]))
        {
            end--;
        }
        request.Point(field, start, end - start);
    }

    private static bool IsBlank(int value)
    {
        return value == ' ' || value == '\t';
    }
}
