using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.Bus;

/// <summary>
/// The last frames on the line, ours and others, good and spoilt. Runts are left out: real
/// connectors put a tail byte behind every frame. Full means that the oldest is overwritten. Never
/// allocates after its constructor.
/// </summary>
public sealed class TraceRing
{
    public const int Capacity = 64;

    private readonly long[] _atMs = new long[Capacity];
    private readonly FrameFate[] _fates = new FrameFate[Capacity];
    private readonly byte[] _lengths = new byte[Capacity];
    private readonly byte[] _bodies = new byte[Capacity * FrameFormat.MaxBodyLength];
    private int _next;
    private int _count;

    /// <summary>Frames that can be read: indexes 0..Count-1, the oldest first.</summary>
    public int Count => _count;

    /// <summary>Where the body of any frame stands.</summary>
    public byte[] Bodies => _bodies;

    /// <param name="body">The caller's; copied.</param>
    /// <param name="length">With checksum, as far as the frame was heard.</param>
    public void Note(FrameFate fate, byte[] body, int length, long nowMs)
    {
        _atMs[_next] = nowMs;
        _fates[_next] = fate;
        _lengths[_next] = (byte)length;
        System.Array.Copy(body, 0, _bodies, _next * FrameFormat.MaxBodyLength, length);
        _next = (_next + 1) % Capacity;
        _count += _count < Capacity ? 1 : 0;
    }

    public long AtMs(int index)
    {
        return _atMs[Place(index)];
    }

    public FrameFate Fate(int index)
    {
        return _fates[Place(index)];
    }

    /// <summary>Bytes of the body in <see cref="Bodies"/>.</summary>
    public int Length(int index)
    {
        return _lengths[Place(index)];
    }

    /// <summary>Where the body begins in <see cref="Bodies"/>.</summary>
    public int Offset(int index)
    {
        return Place(index) * FrameFormat.MaxBodyLength;
    }

    /// <summary>The kind of a frame that made sense, else None.</summary>
    public MessageKind Kind(int index)
    {
        int offset = Offset(index);
        return Fate(index) <= FrameFate.Echo
            ? (MessageKind)((_bodies[offset] << 8) | _bodies[offset + 1])
            : MessageKind.None;
    }

    public void CopyFrom(TraceRing other)
    {
        _count = other._count;
        _next = other._next;
        System.Array.Copy(other._atMs, _atMs, Capacity);
        System.Array.Copy(other._fates, _fates, Capacity);
        System.Array.Copy(other._lengths, _lengths, Capacity);
        System.Array.Copy(other._bodies, _bodies, _bodies.Length);
    }

    private int Place(int index)
    {
        return (_next + Capacity - _count + index) % Capacity;
    }
}
