using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>
/// One request as the parser left it: views of the head and the body's bytes. Owned by the
/// connection, filled by its parser, valid until the connection takes its next client.
/// </summary>
public sealed class HttpRequest
{
    /// <summary>Request line, headers and the empty line after them, line ends included.</summary>
    public const int HeadCapacity = 2048;

    public const int BodyCapacity = 4096;

    private const int HeaderCount = (int)HttpHeader.Cookie + 1;

    private readonly HttpText[] _headers = new HttpText[HeaderCount];

    public HttpRequest()
    {
        Head = new byte[HeadCapacity];
        Body = new byte[BodyCapacity];
        Method = new HttpText(Head);
        Path = new HttpText(Head);
        Query = new HttpText(Head);
        for (int i = 0; i < HeaderCount; i++)
        {
            _headers[i] = new HttpText(Head);
        }
    }

    public byte[] Head { get; }

    /// <summary>Bytes 0..<see cref="BodyLength"/>-1 are the body.</summary>
    public byte[] Body { get; }

    public int BodyLength { get; internal set; }

    public HttpText Method { get; }

    /// <summary>The method as a route knows it; None for one that no route takes.</summary>
    public HttpMethods Verb => Surface.Method(Method.Source, Method.Offset, Method.Length);

    /// <summary>Up to the first question mark, as sent: nothing is percent-decoded.</summary>
    public HttpText Path { get; }

    /// <summary>After the first question mark; absent without one.</summary>
    public HttpText Query { get; }

    public HttpText Header(HttpHeader header)
    {
        return _headers[(int)header];
    }

    internal void Clear()
    {
        BodyLength = 0;
        Method.Clear();
        Path.Clear();
        Query.Clear();
        for (int i = 0; i < HeaderCount; i++)
        {
            _headers[i].Clear();
        }
    }
}
