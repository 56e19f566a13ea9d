using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

/// <summary>One row: bytes of a client and what the parser has to make of them.</summary>
internal sealed class RequestVector
{
    public readonly string Name;
    public readonly string Wire;

    /// <summary>"method path ?query host body" for a request, the problem's code for a refusal.
    /// </summary>
    public readonly string Meaning;

    public RequestVector(string name, string wire, string meaning)
    {
        Name = name;
        Wire = wire;
        Meaning = meaning;
    }

    /// <summary>What the parser holds, in the notation of <see cref="Meaning"/>.</summary>
    public static string Read(HttpRequestParser parser)
    {
        if (parser.Status == HttpParseStatus.NeedMore)
        {
            return "incomplete";
        }
        if (parser.Status == HttpParseStatus.Refused)
        {
            return HttpProblems.CodeOf(parser.Problem);
        }
        HttpRequest request = parser.Request;
        return Show(request.Method) + " " + Show(request.Path)
            + " ?" + Show(request.Query)
            + " " + Show(request.Header(HttpHeader.Host))
            + " " + HttpBytes.Text(request.Body, 0, request.BodyLength);
    }

    public static string Show(HttpText text)
    {
        return text.IsPresent ? HttpBytes.Text(text.Source, text.Offset, text.Length) : "-";
    }
}
