namespace TwcBridge.Http;

/// <summary>Decides how long the body of a request is; a doubt is a refusal, never a guess.
/// </summary>
internal static class HttpFraming
{
    // Whatever is above it is too long for everybody; only the digits still matter then.
    private const int MostContentLength = 1_000_000;

    public static HttpProblem Read(HttpRequest request)
    {
        if (request.LengthOf(HttpField.Host) == 0)
        {
            return HttpProblem.MissingHost;
        }
        bool hasLength = request.Has(HttpField.ContentLength);
        if (request.Has(HttpField.TransferEncoding))
        {
            return hasLength ? HttpProblem.AmbiguousLength : CodingProblem(request);
        }
        if (request.Has(HttpField.Expect))
        {
            return HttpProblem.UnsupportedExpectation;
        }
        return hasLength ? ReadContentLength(request)
            : NeedsLength(request) ? HttpProblem.LengthRequired
            : HttpProblem.None;
    }

    private static HttpProblem CodingProblem(HttpRequest request)
    {
        return request.IsIgnoringCase(HttpField.TransferEncoding, "chunked")
            ? HttpProblem.LengthRequired
            : HttpProblem.UnsupportedTransferCoding;
    }

    private static bool NeedsLength(HttpRequest request)
    {
        return request.Is(HttpField.Method, "PUT") || request.Is(HttpField.Method, "PATCH");
    }

    private static HttpProblem ReadContentLength(HttpRequest request)
    {
        int value = 0;
        int end = request.EndOf(HttpField.ContentLength);
        for (int i = request.OffsetOf(HttpField.ContentLength); i < end; i++)
        {
            int digit = request.Bytes[i];
            if (!HttpAscii.IsDigit(digit))
            {
                return HttpProblem.BadContentLength;
            }
            if (value < MostContentLength)
            {
                value = (value * 10) + digit - '0';
            }
        }
        request.ContentLength = value;
        return request.LengthOf(HttpField.ContentLength) == 0 ? HttpProblem.BadContentLength
            : value > 0 && !TakesBody(request) ? HttpProblem.UnexpectedBody
            : HttpProblem.None;
    }

    private static bool TakesBody(HttpRequest request)
    {
        return !request.Is(HttpField.Method, "GET") && !request.Is(HttpField.Method, "HEAD")
            && !request.Is(HttpField.Method, "DELETE");
    }
}
