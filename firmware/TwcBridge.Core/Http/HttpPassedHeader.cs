namespace TwcBridge.Http;

/// <summary>Looks at the bytes of a header that is too long for the buffer, and forgets them.
/// </summary>
internal sealed class HttpPassedHeader
{
    private int _last;
    private bool _isOver;
    private HttpProblem _problem;

    /// <summary>Its line has ended.</summary>
    public bool IsOver => _isOver;

    public HttpProblem Problem => _problem;

    public void Restart()
    {
        _last = 0;
        _isOver = false;
        _problem = HttpProblem.None;
    }

    /// <summary>Looks at bytes offset..end-1, up to the line's end or a problem.</summary>
    /// <returns>The offset behind the last one.</returns>
    public int Push(byte[] source, int offset, int end)
    {
        while (offset < end && !_isOver && _problem == HttpProblem.None)
        {
            int value = source[offset++];
            _isOver = value == '\n';
            _problem = ProblemOf(value);
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
