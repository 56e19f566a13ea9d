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

    public static HttpRequestParser Parser()
    {
        return new HttpRequestParser(new byte[HttpResponse.Capacity]);
    }

    /// <summary>Pushes all of it, and lets the body in where a head ends.</summary>
    public static void Feed(HttpRequestParser parser, byte[] wire, int length)
    {
        int offset = parser.Push(wire, 0, length);
        if (parser.Status == HttpParseStatus.Head)
        {
            bool isShort = parser.Request.ContentLength <= HttpRequestParser.OwnBodyCapacity;
            parser.BeginBody(isShort ? null : new byte[parser.Request.ContentLength]);
            parser.Push(wire, offset, length);
        }
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
        return Show(request, HttpField.Method) + " " + Show(request, HttpField.Path)
            + " ?" + Show(request, HttpField.Query)
            + " " + Show(request, HttpField.Host)
            + " " + HttpBytes.Text(request.Body, request.BodyOffset, request.BodyLength);
    }

    public static string Show(HttpRequest request, HttpField field)
    {
        return request.Has(field)
            ? HttpBytes.Text(request.Bytes, request.OffsetOf(field), request.LengthOf(field))
            : "-";
    }
}
