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

    private readonly ByteWriter _out = new ByteWriter(Capacity);
    private bool _withBody;
    private int _bodyStart;
    private int _status;
    private bool _isOpen;
    private bool _isCut;
    private int _pendingOffset;

    public HttpResponse()
    {
        Json = new JsonWriter(_out);
    }

    /// <summary>Where a body or a chunk is written to, after its beginning.</summary>
    public ByteWriter Bytes => _out;

    /// <summary>The status code of the answer.</summary>
    public int Status => _status;

    /// <summary>True while chunks are still to come.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>True when a piece did not fit: the connection must close without an end, so that
    /// the client takes the answer for cut and not for whole.</summary>
    public bool IsCut => _isCut;

    /// <summary>Holds what is pending; valid until the next <see cref="OnSent"/>.</summary>
    public byte[] Buffer => _out.Buffer;

    public int PendingOffset => _pendingOffset;

    public int PendingLength => _out.Length - _pendingOffset;

    /// <summary>Forgets the answer before. HEAD gets an answer without a body.</summary>
    public void Restart(bool withBody)
    {
        _out.Clear();
        _withBody = withBody;
        _pendingOffset = 0;
        _isOpen = false;
        _isCut = false;
    }

    public void Begin(int status)
    {
        _status = status;
        _out.Ascii("HTTP/1.1 ");
        _out.Number(status);
        _out.Byte(' ');
        _out.Ascii(ReasonOf(status));
        EndLine();
        Header("Connection", "close");
        Header("Cache-Control", "no-store");
        Header("X-Content-Type-Options", "nosniff");
    }

    public void Header(string name, string value)
    {
        BeginHeader(name);
        _out.Ascii(value);
        EndHeader();
    }

    /// <summary>A value is written to <see cref="Bytes"/>, and <see cref="EndHeader"/> follows.
    /// </summary>
    public void BeginHeader(string name)
    {
        _out.Ascii(name);
        _out.Ascii(": ");
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
        _bodyStart = _out.Length;
        Json.Continue(false);
    }

    public void EndBody()
    {
        int length = _out.Length - _bodyStart;
        // Right-aligned, in front of the two line ends: blanks before a value do not count.
        int at = _bodyStart - 4;
        for (int rest = length; rest > 0 || at == _bodyStart - 4; rest /= 10)
        {
            _out.Buffer[--at] = (byte)('0' + (rest % 10));
        }
        if (!_withBody)
        {
            _out.MoveTo(_bodyStart);
        }
        _isCut |= _out.Overflowed;
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
        _isOpen = true;
        Json.Continue(false);
    }

    /// <summary>A piece and <see cref="EndChunk"/> follow.</summary>
    public void BeginChunk()
    {
        _bodyStart = _out.Length;
        _out.Ascii("0000\r\n");
    }

    public void EndChunk()
    {
        int at = _bodyStart + LengthDigits;
        int length = _out.Length - at - 2;
        if (length == 0)
        {
            _out.MoveTo(_bodyStart);     // An empty chunk would be the end.
            return;
        }
        for (int rest = length; rest > 0; rest >>= 4)
        {
            _out.Buffer[--at] = (byte)"0123456789abcdef"[rest & 0xF];
        }
        EndLine();
        _isCut |= _out.Overflowed;
    }

    public void EndChunks()
    {
        _out.Ascii("0\r\n\r\n");
        _isOpen = false;
        _isCut |= _out.Overflowed;
    }

    /// <summary>The first <paramref name="count"/> pending bytes have left.</summary>
    public void OnSent(int count)
    {
        _pendingOffset += count;
        if (PendingLength == 0)
        {
            _out.Clear();
            _pendingOffset = 0;
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
        _out.Byte('\r');
        _out.Byte('\n');
    }
}
