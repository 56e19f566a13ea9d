namespace TwcBridge.Http;

/// <summary>Looks at the bytes of a header that is too long for the buffer, and forgets them.
/// </summary>
internal sealed class HttpPassedHeader
{
    /// <summary>Its line has ended.</summary>
    public bool IsOver;

    public HttpProblem Problem;

    private int _last;

    public void Restart()
    {
        _last = 0;
        IsOver = false;
        Problem = HttpProblem.None;
    }

    /// <summary>Looks at bytes offset..end-1, up to the line's end or a problem.</summary>
    /// <returns>The offset behind the last one.</returns>
    public int Push(byte[] source, int offset, int end)
    {
        while (offset < end && !IsOver && Problem == HttpProblem.None)
        {
            int value = source[offset++];
            IsOver = value == '\n';
            Problem = ProblemOf(value);
            _last = value;
        }
        return offset;
    }

    private HttpProblem ProblemOf(int value)
    {
        if (value == '\n')
        {
            return _last == '\r' ? HttpProblem.None : HttpProblem.BareLineFeed;
        }
        return _last == '\r' || (value != '\r' && HttpAscii.IsControl(value))
            ? HttpProblem.ControlCharacter
            : HttpProblem.None;
    }
}
