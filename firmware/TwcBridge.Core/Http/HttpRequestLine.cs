using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>Reads <c>METHOD SP /path[?query] SP HTTP/1.1</c>, one space each.</summary>
internal static class HttpRequestLine
{
    private const string Version = "HTTP/1.1";
    private const string AnyVersion = "HTTP/";

    /// <summary>Reads the line at start..end-1 of the head, without its line end.</summary>
    public static HttpProblem Read(HttpRequest request, int start, int end)
    {
        byte[] head = request.Head;
        int methodEnd = HttpAscii.IndexOf(head, ' ', start, end);
        int targetStart = methodEnd + 1;
        int targetEnd = HttpAscii.IndexOf(head, ' ', targetStart, end);
        if (targetEnd >= end || !HttpAscii.IsToken(head, start, methodEnd))
        {
            return HttpProblem.BadRequestLine;
        }
        HttpProblem problem = VersionProblem(head, targetEnd + 1, end);
        if (problem != HttpProblem.None)
        {
            return problem;
        }
        request.Method.Point(start, methodEnd - start);
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
        byte[] head = request.Head;
        if (start == end || head[start] != '/')
        {
            return HttpProblem.BadTarget;
        }
        for (int i = start; i < end; i++)
        {
            if (head[i] <= ' ' || head[i] >= 0x7F || head[i] == '#')
            {
                return HttpProblem.BadTarget;
            }
        }
        int pathEnd = HttpAscii.IndexOf(head, '?', start, end);
        request.Path.Point(start, pathEnd - start);
        if (pathEnd < end)
        {
            request.Query.Point(pathEnd + 1, end - pathEnd - 1);
        }
        return HttpProblem.None;
    }
}
