namespace TwcBridge.Simulator;

/// <summary>
/// Bytes of the line to checked bodies. Every End closes one frame and opens the next, so noise and
/// shared delimiters cost nothing; whatever is too short, too long or wrong is dropped and counted.
/// </summary>
public sealed class FrameReader
{
    // In place of a length: nothing counts until the next End.
    private const int Discarding = -1;

    private readonly byte[] _body = new byte[WireFormat.LongestBody];
    private int _length = Discarding;
    private bool _isEscaped;

    public FrameReader()
    {
        Frame = new WireFrame(_body);
    }

    /// <summary>The last completed frame, until the next <see cref="Push"/>.</summary>
    public WireFrame Frame { get; }

    /// <summary>Bodies of a plausible length whose checksum was wrong.</summary>
    public long BadChecksums { get; private set; }

    /// <summary>True when this byte completes a good frame.</summary>
    public bool Push(byte value)
    {
        if (value == WireFormat.End)
        {
            return Close();
        }
        if (_isEscaped)
        {
            AppendEscaped(value);
        }
        else if (value == WireFormat.Escape)
        {
            _isEscaped = true;
        }
        else
        {
            Append(value);
        }
        return false;
    }

    private void AppendEscaped(byte value)
    {
        _isEscaped = false;
        switch (value)
        {
            case WireFormat.EscapedEnd:
                Append(WireFormat.End);
                break;
            case WireFormat.EscapedEscape:
                Append(WireFormat.Escape);
                break;
            default:
                _length = Discarding;
                break;
        }
    }

    private void Append(byte value)
    {
        if (_length == _body.Length)
        {
            _length = Discarding;
        }
        else if (_length != Discarding)
        {
            _body[_length++] = value;
        }
    }

    private bool Close()
    {
        bool isGood = !_isEscaped && _length >= WireFormat.ShortestBody && IsSumRight();
        Frame.Length = isGood ? _length : 0;
        _length = 0;
        _isEscaped = false;
        return isGood;
    }

    private bool IsSumRight()
    {
        int sum = 0;
        for (int index = 1; index < _length - 1; index++)
        {
            sum += _body[index];
        }
        bool isRight = (byte)sum == _body[_length - 1];
        BadChecksums += isRight ? 0 : 1;
        return isRight;
    }
}
