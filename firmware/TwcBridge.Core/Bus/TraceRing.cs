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

    /// <summary>Frames that can be read: indexes 0..Count-1, the oldest first.</summary>
    public int Count;

    /// <summary>Where the body of any frame stands.</summary>
    public readonly byte[] Bodies = new byte[Capacity * FrameFormat.MaxBodyLength];

    private readonly long[] _atMs = new long[Capacity];
    private readonly FrameFate[] _fates = new FrameFate[Capacity];
    private readonly byte[] _lengths = new byte[Capacity];
    private int _next;

    /// <param name="body">The caller's; copied.</param>
    /// <param name="length">With checksum, as far as the frame was heard.</param>
    public void Note(FrameFate fate, byte[] body, int length, long nowMs)
    {
        _atMs[_next] = nowMs;
        _fates[_next] = fate;
        _lengths[_next] = (byte)length;
        System.Array.Copy(body, 0, Bodies, _next * FrameFormat.MaxBodyLength, length);
        _next = (_next + 1) % Capacity;
        Count += Count < Capacity ? 1 : 0;
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
            ? (MessageKind)((Bodies[offset] << 8) | Bodies[offset + 1])
            : MessageKind.None;
    }

    public void CopyFrom(TraceRing other)
    {
        Count = other.Count;
        _next = other._next;
        System.Array.Copy(other._atMs, _atMs, Capacity);
        System.Array.Copy(other._fates, _fates, Capacity);
        System.Array.Copy(other._lengths, _lengths, Capacity);
        System.Array.Copy(other.Bodies, Bodies, Bodies.Length);
    }

    private int Place(int index)
    {
        return (_next + Capacity - Count + index) % Capacity;
    }
}
