using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>
/// One answer on its way out. A short one is written whole, with its length; a long one in chunks,
/// each written when the one before has left, so that no buffer holds a whole page. Every answer
/// closes the connection.
/// </summary>
public sealed class HttpResponse
{
    /// <summary>The longest body, or chunk of a body, that always fits behind a head.</summary>
    public const int PieceCapacity = 1600;

    private const int HeadCapacity = 768;

    private readonly ByteWriter _out = new ByteWriter(HeadCapacity + PieceCapacity);
    private bool _withBody;

    /// <summary>The status code of the answer.</summary>
    public int Status { get; private set; }

    /// <summary>True while chunks are still to come.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>True when a piece did not fit: the connection must close without an end, so that
    /// the client takes the answer for cut and not for whole.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Holds what is pending; valid until the next <see cref="OnSent"/>.</summary>
    public byte[] Buffer => _out.Buffer;

    public int PendingOffset { get; private set; }

    public int PendingLength => _out.Length - PendingOffset;

    /// <summary>Forgets the answer before. HEAD gets an answer without a body.</summary>
    public void Restart(bool withBody)
    {
        _out.Clear();
        _withBody = withBody;
        PendingOffset = 0;
        IsOpen = false;
        IsCut = false;
    }

    public void Begin(int status)
    {
        Status = status;
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
        _out.Ascii(name);
        _out.Ascii(": ");
        _out.Ascii(value);
        EndLine();
    }

    /// <summary>Tells what a path takes, as a refused method demands.</summary>
    public void Allow(HttpMethods methods)
    {
        _out.Ascii("Allow: ");
        Surface.WriteMethods(_out, methods);
        EndLine();
    }

    /// <summary>Ends the head and adds the whole body.</summary>
    public void Body(string mediaType, ByteWriter body)
    {
        Header("Content-Type", mediaType);
        _out.Ascii("Content-Length: ");
        _out.Number(body.Length);
        EndLine();
        EndLine();
        if (_withBody)
        {
            _out.Bytes(body.Buffer, 0, body.Length);
        }
        CutIfOverflowed(body);
    }

    /// <summary>Ends the head; <see cref="Chunk"/> and <see cref="EndChunks"/> follow.</summary>
    public void BeginChunks(string mediaType)
    {
        Header("Content-Type", mediaType);
        Header("Transfer-Encoding", "chunked");
        EndLine();
        IsOpen = true;
    }

    /// <summary>Adds one piece, which must not be empty: an empty chunk is the end.</summary>
    public void Chunk(ByteWriter piece)
    {
        _out.Hex(piece.Length, 4);
        EndLine();
        _out.Bytes(piece.Buffer, 0, piece.Length);
        EndLine();
        CutIfOverflowed(piece);
    }

    public void EndChunks()
    {
        _out.Byte('0');
        EndLine();
        EndLine();
        IsOpen = false;
    }

    /// <summary>The first <paramref name="count"/> pending bytes have left.</summary>
    public void OnSent(int count)
    {
        PendingOffset += count;
        if (PendingLength == 0)
        {
            _out.Clear();
            PendingOffset = 0;
        }
    }

    private static string ReasonOf(int status)
    {
        return status switch
        {
            200 => "OK",
            400 => "Bad Request",
            404 => "Not Found",
            405 => "Method Not Allowed",
            408 => "Request Timeout",
            411 => "Length Required",
            413 => "Content Too Large",
            414 => "URI Too Long",
            415 => "Unsupported Media Type",
            417 => "Expectation Failed",
            421 => "Misdirected Request",
            422 => "Unprocessable Content",
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

    private void CutIfOverflowed(ByteWriter piece)
    {
        if (piece.Overflowed || _out.Overflowed)
        {
            IsCut = true;
        }
    }
}
