namespace TwcBridge.Http;

/// <summary>
/// Reads one HTTP/1.1 request from any chunking of its bytes. The head is kept line by line and
/// each line is judged when it ends; what is refused stays refused until <see cref="Restart"/>.
/// This layer knows bytes and lengths; routes, media types and host names are not its business.
/// </summary>
public sealed class HttpRequestParser
{
    private enum Stage : byte
    {
        RequestLine,
        Headers,
        Body,
    }

    private Stage _stage;
    private int _headLength;
    private int _lineStart;
    private int _contentLength;

    public HttpRequest Request { get; } = new HttpRequest();

    public HttpParseStatus Status { get; private set; }

    /// <summary>Why the request was refused, else None.</summary>
    public HttpProblem Problem { get; private set; }

    /// <summary>True from the first byte on.</summary>
    public bool HasBegun => _headLength != 0;

    public void Restart()
    {
        _stage = Stage.RequestLine;
        _headLength = 0;
        _lineStart = 0;
        _contentLength = 0;
        Request.Clear();
        Status = HttpParseStatus.NeedMore;
        Problem = HttpProblem.None;
    }

    /// <summary>Takes bytes 0..length-1. Bytes after the request are ignored.</summary>
    public HttpParseStatus Push(byte[] source, int length)
    {
        int offset = 0;
        while (offset < length && Status == HttpParseStatus.NeedMore)
        {
            offset = _stage == Stage.Body
                ? TakeBody(source, offset, length)
                : TakeLine(source, offset, length);
        }
        return Status;
    }

    /// <summary>Takes up to the next line end and returns the offset behind it.</summary>
    private int TakeLine(byte[] source, int offset, int length)
    {
        byte[] head = Request.Head;
        int at = _headLength;
        while (offset < length && at < head.Length)
        {
            byte value = source[offset++];
            head[at++] = value;
            if (value == '\n')
            {
                _headLength = at;
                CloseLine();
                return offset;
            }
        }
        _headLength = at;
        if (offset < length)
        {
            Judge(_stage == Stage.RequestLine
                ? HttpProblem.TargetTooLong
                : HttpProblem.HeadTooLarge);
        }
        return offset;
    }

    private int TakeBody(byte[] source, int offset, int length)
    {
        int count = _contentLength - Request.BodyLength;
        if (count > length - offset)
        {
            count = length - offset;
        }
        System.Array.Copy(source, offset, Request.Body, Request.BodyLength, count);
        Request.BodyLength += count;
        if (Request.BodyLength == _contentLength)
        {
            Status = HttpParseStatus.Complete;
        }
        return offset + count;
    }

    private void CloseLine()
    {
        int start = _lineStart;
        int end = _headLength - 2;
        _lineStart = _headLength;
        if (end < start || Request.Head[end] != '\r')
        {
            Judge(HttpProblem.BareLineFeed);
        }
        else if (HasControl(start, end))
        {
            Judge(HttpProblem.ControlCharacter);
        }
        else if (_stage == Stage.RequestLine)
        {
            _stage = Stage.Headers;
            Judge(HttpRequestLine.Read(Request, start, end));
        }
        else if (end > start)
        {
            Judge(HttpHeaderLine.Read(Request, start, end));
        }
        else
        {
            CloseHead();
        }
    }

    /// <summary>Finds the bare carriage return and everything else that no line may hold.</summary>
    private bool HasControl(int start, int end)
    {
        byte[] head = Request.Head;
        for (int i = start; i < end; i++)
        {
            int value = head[i];
            if ((value < ' ' && value != '\t') || value == 0x7F)
            {
                return true;
            }
        }
        return false;
    }

    private void CloseHead()
    {
        _stage = Stage.Body;
        Judge(Request.Header(HttpHeader.Host).Length == 0
            ? HttpProblem.MissingHost
            : Framing());
        if (Problem == HttpProblem.None && _contentLength == 0)
        {
            Status = HttpParseStatus.Complete;
        }
    }

    /// <summary>Decides how long the body is; a doubt is a refusal, never a guess.</summary>
    private HttpProblem Framing()
    {
        HttpText coding = Request.Header(HttpHeader.TransferEncoding);
        HttpText length = Request.Header(HttpHeader.ContentLength);
        if (coding.IsPresent)
        {
            return length.IsPresent ? HttpProblem.AmbiguousLength
                : coding.IsIgnoringCase("chunked") ? HttpProblem.LengthRequired
                : HttpProblem.UnsupportedTransferCoding;
        }
        if (Request.Header(HttpHeader.Expect).IsPresent)
        {
            return HttpProblem.UnsupportedExpectation;
        }
        if (!length.IsPresent)
        {
            return Request.Method.Is("PUT") ? HttpProblem.LengthRequired : HttpProblem.None;
        }
        return ReadContentLength(length);
    }

    private HttpProblem ReadContentLength(HttpText text)
    {
        int value = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int digit = text.Source[text.Offset + i];
            if (!HttpAscii.IsDigit(digit))
            {
                return HttpProblem.BadContentLength;
            }
            if (value <= HttpRequest.BodyCapacity)  // Above it only the digits still matter.
            {
                value = (value * 10) + digit - '0';
            }
        }
        _contentLength = value;
        return text.Length == 0 ? HttpProblem.BadContentLength
            : value > HttpRequest.BodyCapacity ? HttpProblem.BodyTooLarge
            : value > 0 && !TakesBody() ? HttpProblem.UnexpectedBody
            : HttpProblem.None;
    }

    private bool TakesBody()
    {
        HttpText method = Request.Method;
        return !method.Is("GET") && !method.Is("HEAD") && !method.Is("DELETE");
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
