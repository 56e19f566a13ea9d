using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>
/// One answer on its way out. A short one is written whole, with its length; a long one in chunks,
/// each written when the one before has left, so that no buffer holds a whole page. Every answer
/// closes the connection.
/// </summary>
public sealed class HttpResponse
{
    /// <summary>The longest head, or body behind a head, or chunk.</summary>
    public const int Capacity = 1088;

    /// <summary>The longest piece that always fits a chunk.</summary>
    public const int PieceCapacity = Capacity - ChunkFrameLength;

    public const string JsonType = "application/json";

    // Its length, two line ends, and the end of all chunks.
    private const int ChunkFrameLength = LengthDigits + 4 + 5;
    private const int LengthDigits = 4;

    /// <summary>The same for JSON.</summary>
    public readonly JsonWriter Json;

    /// <summary>Where a body or a chunk is written to, after its beginning.</summary>
    public readonly ByteWriter Bytes = new ByteWriter(Capacity);

    /// <summary>The status code of the answer.</summary>
    public int Status;

    /// <summary>True while chunks are still to come.</summary>
    public bool IsOpen;

    /// <summary>True when a piece did not fit: the connection must close without an end, so that
    /// the client takes the answer for cut and not for whole.</summary>
    public bool IsCut;

    public int PendingOffset;

    private bool _withBody;
    private int _bodyStart;

    public HttpResponse()
    {
        Json = new JsonWriter(Bytes);
    }

    /// <summary>Holds what is pending; valid until the next <see cref="OnSent"/>.</summary>
    public byte[] Buffer => Bytes.Buffer;

    public int PendingLength => Bytes.Length - PendingOffset;

    /// <summary>Forgets the answer before. HEAD gets an answer without a body.</summary>
    public void Restart(bool withBody)
    {
        Bytes.Clear();
        _withBody = withBody;
        PendingOffset = 0;
        IsOpen = false;
        IsCut = false;
    }

    public void Begin(int status)
    {
        Status = status;
        Bytes.Ascii("HTTP/1.1 ");
        Bytes.Number(status);
        Bytes.Byte(' ');
        Bytes.Ascii(ReasonOf(status));
        EndLine();
        Header("Connection", "close");
        Header("Cache-Control", "no-store");
        Header("X-Content-Type-Options", "nosniff");
    }

    public void Header(string name, string value)
    {
        BeginHeader(name);
        Bytes.Ascii(value);
        EndHeader();
    }

    /// <summary>A value is written to <see cref="Bytes"/>, and <see cref="EndHeader"/> follows.
    /// </summary>
    public void BeginHeader(string name)
    {
        Bytes.Ascii(name);
        Bytes.Ascii(": ");
    }

    public void EndHeader()
    {
        EndLine();
    }

    /// <summary>Ends the head; the whole body and <see cref="EndBody"/> follow.</summary>
    public void BeginBody(string mediaType)
    {
        Header("Content-Type", mediaType);
        Header("Content-Length", "    ");
        EndLine();
        _bodyStart = Bytes.Length;
        Json.Continue(false);
    }

    public void EndBody()
    {
        int length = Bytes.Length - _bodyStart;
        // Right-aligned, in front of the two line ends: blanks before a value do not count.
        int at = _bodyStart - 4;
        for (int rest = length; rest > 0 || at == _bodyStart - 4; rest /= 10)
        {
            Bytes.Buffer[--at] = (byte)('0' + (rest % 10));
        }
        if (!_withBody)
        {
            Bytes.MoveTo(_bodyStart);
        }
        IsCut |= Bytes.Overflowed;
    }

    /// <summary>Begins a JSON answer that is written whole.</summary>
    public JsonWriter BeginJson(int status)
    {
        Begin(status);
        BeginBody(JsonType);
        return Json;
    }

    /// <summary>Ends the head of an answer that has nothing more to say.</summary>
    public void BodyOfOk()
    {
        BeginBody(JsonType);
        Json.BeginObject();
        Json.Key("ok").Bool(true);
        Json.EndObject();
        EndBody();
    }

    /// <summary>Ends the head; chunks and <see cref="EndChunks"/> follow.</summary>
    public void BeginChunks(string mediaType)
    {
        Header("Content-Type", mediaType);
        Header("Transfer-Encoding", "chunked");
        EndLine();
        IsOpen = true;
        Json.Continue(false);
    }

    /// <summary>A piece and <see cref="EndChunk"/> follow.</summary>
    public void BeginChunk()
    {
        _bodyStart = Bytes.Length;
        Bytes.Ascii("0000\r\n");
    }

    public void EndChunk()
    {
        int at = _bodyStart + LengthDigits;
        int length = Bytes.Length - at - 2;
        if (length == 0)
        {
            Bytes.MoveTo(_bodyStart);     // An empty chunk would be the end.
            return;
        }
        for (int rest = length; rest > 0; rest >>= 4)
        {
            Bytes.Buffer[--at] = (byte)"0123456789abcdef"[rest & 0xF];
        }
        EndLine();
        IsCut |= Bytes.Overflowed;
    }

    public void EndChunks()
    {
        Bytes.Ascii("0\r\n\r\n");
        IsOpen = false;
        IsCut |= Bytes.Overflowed;
    }

    /// <summary>The first <paramref name="count"/> pending bytes have left.</summary>
    public void OnSent(int count)
    {
        PendingOffset += count;
        if (PendingLength == 0)
        {
            Bytes.Clear();
            PendingOffset = 0;
        }
    }

    private static string ReasonOf(int status)
    {
        return status switch
        {
            200 => "OK",
            400 => "Bad Request",
            401 => "Unauthorized",
            404 => "Not Found",
            405 => "Method Not Allowed",
            406 => "Not Acceptable",
            408 => "Request Timeout",
            411 => "Length Required",
            412 => "Precondition Failed",
            413 => "Content Too Large",
            414 => "URI Too Long",
            415 => "Unsupported Media Type",
            417 => "Expectation Failed",
            421 => "Misdirected Request",
            422 => "Unprocessable Content",
            429 => "Too Many Requests",
            431 => "Request Header Fields Too Large",
            501 => "Not Implemented",
            503 => "Service Unavailable",
            _ => "HTTP Version Not Supported",
        };
    }

    private void EndLine()
    {
        Bytes.Byte('\r');
        Bytes.Byte('\n');
    }
}
