namespace TwcBridge.Wire;

/// <summary>
/// Bytes in, checked bodies out. It never throws, never allocates after its constructor and is
/// usable again after any input. It starts in Discarding, because we may have joined in the middle
/// of a frame.
/// </summary>
public sealed class FrameDecoder
{
    /// <summary>One more than the last status: the size of a table over all of them.</summary>
    public const int StatusCount = (int)DecodeStatus.CutShort + 1;

    /// <summary>The last body, with marker and checksum, or what was heard of a spoilt one. Valid
    /// until the next Push.</summary>
    public readonly byte[] Body = new byte[FrameFormat.MaxBodyLength];

    /// <summary>Bytes in <see cref="Body"/> after an answer other than Pending.</summary>
    public int Length;

    private readonly long[] _counts = new long[StatusCount];
    private State _state = State.Discarding;
    private int _filled;

    private enum State : byte
    {
        /// <summary>Waiting for an End.</summary>
        Discarding,

        Plain,

        /// <summary>The last byte was an Escape.</summary>
        Escaped,
    }

    /// <summary>True while a frame has begun and not ended: somebody is talking. A single byte
    /// does not count: most often it is the tail byte of the frame before.</summary>
    public bool IsInsideFrame => _state == State.Escaped || (_state == State.Plain && _filled > 1);

    /// <summary>How often a status other than Pending was answered.</summary>
    public long CountOf(DecodeStatus status)
    {
        return _counts[(int)status];
    }

    public DecodeStatus Push(byte value)
    {
        if (value == Slip.End)
        {
            return Close();
        }
        switch (_state)
        {
            case State.Plain when value == Slip.Escape:
                _state = State.Escaped;
                return DecodeStatus.Pending;

            case State.Plain:
                return Append(value);

            case State.Escaped:
                _state = State.Plain;
                return value == Slip.EscapedEnd ? Append(Slip.End)
                    : value == Slip.EscapedEscape ? Append(Slip.Escape)
                    : Discard(DecodeStatus.BadEscape);

            default:
                return DecodeStatus.Pending;
        }
    }

    /// <summary>
    /// The line has been silent for longer than a frame may pause. What was begun is dropped, and
    /// everything up to the next End is noise.
    /// </summary>
    public DecodeStatus OnSilence()
    {
        DecodeStatus status = !HasBegun() ? DecodeStatus.Pending
            : _filled < FrameFormat.MinBodyLength ? DecodeStatus.Runt
            : DecodeStatus.CutShort;
        return Discard(status);
    }

    // An End closes one frame and opens the next, so neither noise nor a lost End costs a second
    // frame, and two frames may share one End.
    private DecodeStatus Close()
    {
        DecodeStatus status = Judge();
        Length = _filled;
        _state = State.Plain;
        _filled = 0;
        return Count(status);
    }

    private DecodeStatus Judge()
    {
        if (!HasBegun())
        {
            return DecodeStatus.Pending;
        }
        if (_state == State.Escaped)
        {
            return DecodeStatus.BadEscape;
        }
        if (_filled < FrameFormat.MinBodyLength)
        {
            return DecodeStatus.Runt;
        }
        if (!IsFrameLength(_filled))
        {
            return DecodeStatus.BadLength;
        }
        return FrameFormat.Checksum(Body, _filled - 1) == Body[_filled - 1]
            ? DecodeStatus.Frame
            : DecodeStatus.BadChecksum;
    }

    private bool HasBegun()
    {
        return _state == State.Escaped || (_state == State.Plain && _filled > 0);
    }

    private static bool IsFrameLength(int length)
    {
        switch (length)
        {
            case FrameFormat.ShortRequestLength:
            case FrameFormat.Protocol1Length:
            case FrameFormat.OddRequestLength:
            case FrameFormat.Protocol2Length:
            case FrameFormat.LongLength:
                return true;
            default:
                return false;
        }
    }

    private DecodeStatus Append(byte value)
    {
        if (_filled == FrameFormat.MaxBodyLength)
        {
            return Discard(DecodeStatus.TooLong);
        }
        Body[_filled++] = value;
        return DecodeStatus.Pending;
    }

    private DecodeStatus Discard(DecodeStatus status)
    {
        _state = State.Discarding;
        Length = _filled;
        _filled = 0;
        return Count(status);
    }

    private DecodeStatus Count(DecodeStatus status)
    {
        if (status != DecodeStatus.Pending)
        {
            _counts[(int)status]++;
        }
        return status;
    }
}
