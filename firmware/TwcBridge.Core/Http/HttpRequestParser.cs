namespace TwcBridge.Http;

/// <summary>
/// Reads one HTTP/1.1 request from any chunking of its bytes. Each line of the head is judged when
/// it ends, and only what the request keeps stays in the buffer; what is refused stays refused
/// until <see cref="Restart"/>. This layer knows bytes and lengths; routes, media types and host
/// names are not its business.
/// <code>
///   0         kept            lineEnd              room          length
///   | method, target, values | the line so far ... | own body ... |
/// </code>
/// </summary>
public sealed class HttpRequestParser
{
    /// <summary>Request line, headers and the empty line after them, line ends included.</summary>
    public const int HeadCapacity = 2048;

    /// <summary>Path and query together.</summary>
    public const int MaxTargetLength = 256;

    /// <summary>A body that is no longer always has a place.</summary>
    public const int OwnBodyCapacity = 256;

    private enum Stage : byte
    {
        RequestLine,
        Headers,

        /// <summary>In a long header that is not kept.</summary>
        PassingBy,
        Body,
    }

    public readonly HttpRequest Request;

    public HttpParseStatus Status;

    /// <summary>Why the request was refused, else None.</summary>
    public HttpProblem Problem;

    private readonly HttpPassedHeader _passed = new HttpPassedHeader();
    private readonly int _room;
    private Stage _stage;
    private int _headLength;
    private int _kept;
    private int _lineEnd;

    /// <param name="bytes">Where the head and a short body go.</param>
    public HttpRequestParser(byte[] bytes)
    {
        Request = new HttpRequest(bytes);
        _room = bytes.Length - OwnBodyCapacity;
    }

    /// <summary>True from the first byte on.</summary>
    public bool HasBegun => _headLength != 0;

    /// <summary>True when no byte of the request is still to come.</summary>
    public bool IsWhole => Status == HttpParseStatus.Complete
        || (Status == HttpParseStatus.Head && Request.ContentLength == 0);

    public void Restart()
    {
        _stage = Stage.RequestLine;
        _headLength = 0;
        _kept = 0;
        _lineEnd = 0;
        Request.Clear();
        Status = HttpParseStatus.NeedMore;
        Problem = HttpProblem.None;
    }

    /// <summary>Takes bytes offset..end-1 until the head is whole, or the request.</summary>
    /// <returns>The offset behind what was taken.</returns>
    public int Push(byte[] source, int offset, int end)
    {
        while (offset < end && Status == HttpParseStatus.NeedMore)
        {
            offset = _stage == Stage.Body ? TakeBody(source, offset, end)
                : _stage == Stage.PassingBy ? PassBy(source, offset, end)
                : TakeLine(source, offset, end);
        }
        return offset;
    }

    /// <summary>The head is accepted: the body may come.</summary>
    /// <param name="target">Room for all of it, or null for the place of a short one.</param>
    public void BeginBody(byte[] target)
    {
        Request.Body = target ?? Request.Bytes;
        Request.BodyOffset = target == null ? _kept : 0;
        _stage = Stage.Body;
        Status = Request.ContentLength == 0
            ? HttpParseStatus.Complete
            : HttpParseStatus.NeedMore;
    }

    /// <summary>Takes up to the next line end and returns the offset behind it.</summary>
    private int TakeLine(byte[] source, int offset, int end)
    {
        byte[] head = Request.Bytes;
        int at = _lineEnd;
        int stop = Reach(offset, end);
        int start = offset;
        int value = 0;
        while (offset < stop && at < _room && value != '\n')
        {
            value = source[offset++];
            head[at++] = (byte)value;
        }
        _headLength += offset - start;
        _lineEnd = at;
        if (value == '\n')
        {
            CloseLine();
        }
        else if (offset < end)
        {
            OverflowLine();
        }
        return offset;
    }

    private int Reach(int offset, int end)
    {
        int left = HeadCapacity - _headLength;
        return end - offset < left ? end : offset + left;
    }

    // A line may be longer than the buffer if nobody wants it.
    private void OverflowLine()
    {
        HttpField field = HttpField.Host;
        HttpProblem problem = _stage == Stage.RequestLine ? HttpProblem.TargetTooLong
            : _headLength == HeadCapacity ? HttpProblem.HeadTooLarge
            : HttpHeaderLine.ReadName(Request, _kept, _lineEnd, out field);
        if (problem == HttpProblem.None && field != HttpHeaderLine.NotKept)
        {
            problem = HttpProblem.HeadTooLarge;
        }
        _stage = Stage.PassingBy;
        _passed.Restart();
        _passed.Push(Request.Bytes, _kept, _lineEnd);
        Judge(problem != HttpProblem.None ? problem : _passed.Problem);
    }

    private int PassBy(byte[] source, int offset, int end)
    {
        int start = offset;
        offset = _passed.Push(source, offset, Reach(offset, end));
        _headLength += offset - start;
        Judge(_passed.Problem);
        if (_passed.IsOver)
        {
            _stage = Stage.Headers;
            _lineEnd = _kept;
        }
        else if (offset < end && Problem == HttpProblem.None)
        {
            Judge(HttpProblem.HeadTooLarge);
        }
        return offset;
    }

    private int TakeBody(byte[] source, int offset, int end)
    {
        int count = Request.ContentLength - Request.BodyLength;
        if (count > end - offset)
        {
            count = end - offset;
        }
        int at = Request.BodyOffset + Request.BodyLength;
        System.Array.Copy(source, offset, Request.Body, at, count);
        Request.BodyLength += count;
        if (Request.BodyLength == Request.ContentLength)
        {
            Status = HttpParseStatus.Complete;
        }
        return offset + count;
    }

    private void CloseLine()
    {
        int end = _lineEnd - 2;
        Judge(end < _kept || Request.Bytes[end] != '\r' ? HttpProblem.BareLineFeed
            : HttpAscii.HasControl(Request.Bytes, _kept, end) ? HttpProblem.ControlCharacter
            : HttpProblem.None);
        if (Problem == HttpProblem.None)
        {
            ReadLine(end);
        }
        _lineEnd = _kept;
    }

    private void ReadLine(int end)
    {
        if (_stage == Stage.RequestLine)
        {
            _stage = Stage.Headers;
            Judge(HttpRequestLine.Read(Request, end));
            Keep(Request.Has(HttpField.Query) ? HttpField.Query : HttpField.Path);
        }
        else if (end > _kept)
        {
            ReadHeader(end);
        }
        else
        {
            Judge(HttpFraming.Read(Request));
            Status = Problem == HttpProblem.None ? HttpParseStatus.Head : Status;
        }
    }

    private void ReadHeader(int end)
    {
        Judge(HttpHeaderLine.ReadName(Request, _kept, end, out HttpField field));
        if (Problem != HttpProblem.None || field == HttpHeaderLine.NotKept)
        {
            return;
        }
        HttpHeaderLine.ReadValue(Request, field, _kept, end);
        int length = Request.LengthOf(field);
        System.Array.Copy(Request.Bytes, Request.OffsetOf(field), Request.Bytes, _kept, length);
        Request.Point(field, _kept, length);
        Keep(field);
    }

    private void Keep(HttpField last)
    {
        if (Problem == HttpProblem.None)
        {
            _kept = Request.EndOf(last);
        }
    }

    private void Judge(HttpProblem problem)
    {
        if (problem != HttpProblem.None)
        {
            Problem = problem;
            Status = HttpParseStatus.Refused;
        }
    }
}
