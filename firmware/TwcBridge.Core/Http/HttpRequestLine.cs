using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>Reads <c>METHOD SP /path[?query] SP HTTP/1.1</c>, one space each.</summary>
internal static class HttpRequestLine
{
    private const string Version = "HTTP/1.1";
    private const string AnyVersion = "HTTP/";

    /// <summary>Reads the line at 0..end-1 of the head, without its line end.</summary>
    public static HttpProblem Read(HttpRequest request, int end)
    {
        byte[] head = request.Bytes;
        int methodEnd = HttpAscii.IndexOf(head, ' ', 0, end);
        int targetStart = methodEnd + 1;
        int targetEnd = HttpAscii.IndexOf(head, ' ', targetStart, end);
        if (targetEnd >= end || !HttpAscii.IsToken(head, 0, methodEnd))
        {
            return HttpProblem.BadRequestLine;
        }
        HttpProblem problem = VersionProblem(head, targetEnd + 1, end);
        if (problem != HttpProblem.None)
        {
            return problem;
        }
        request.Point(HttpField.Method, 0, methodEnd);
        return ReadTarget(request, targetStart, targetEnd);
    }

    private static HttpProblem VersionProblem(byte[] head, int start, int end)
    {
        int length = end - start;
        if (Ascii.Equal(head, start, length, Version))
        {
            return HttpProblem.None;
        }
        bool isVersion = length == Version.Length
            && Ascii.StartsWith(head, start, length, AnyVersion)
            && HttpAscii.IsDigit(head[start + 5])
            && head[start + 6] == '.'
            && HttpAscii.IsDigit(head[start + 7]);
        return isVersion ? HttpProblem.UnsupportedVersion : HttpProblem.BadRequestLine;
    }

    private static HttpProblem ReadTarget(HttpRequest request, int start, int end)
    {
        byte[] head = request.Bytes;
        if (start == end || head[start] != '/')
        {
            return HttpProblem.BadTarget;
        }
        if (end - start > HttpRequestParser.MaxTargetLength)
        {
            return HttpProblem.TargetTooLong;
        }
        if (HasOddByte(head, start, end))
        {
            return HttpProblem.BadTarget;
        }
        int pathEnd = HttpAscii.IndexOf(head, '?', start, end);
        request.Point(HttpField.Path, start, pathEnd - start);
        if (pathEnd < end)
        {
            request.Point(HttpField.Query, pathEnd + 1, end - pathEnd - 1);
        }
        return HttpProblem.None;
    }

    private static bool HasOddByte(byte[] head, int start, int end)
    {
        while (start < end && head[start] > ' ' && head[start] < 0x7F && head[start] != '#')
        {
            start++;
        }
        return start < end;
    }
}
