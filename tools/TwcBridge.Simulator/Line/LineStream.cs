using System;

namespace TwcBridge.Simulator;

/// <summary>
/// The bytes of the line in order of arrival, those still on the way included. Readers keep an
/// index of their own; indices count from the beginning of time and never wrap.
/// <code>
///   ... heard by all | arrived, a reader is behind | on the way |
///                                                 now        WrittenCount
/// </code>
/// </summary>
internal sealed class LineStream
{
    public const int Capacity = 8192;

    private const int IndexMask = Capacity - 1;

    private readonly LineByte[] _ring = new LineByte[Capacity];

    public long WrittenCount { get; private set; }

    public long OldestIndex => Math.Max(0, WrittenCount - Capacity);

    public long LastArrivalUs => WrittenCount == 0 ? 0 : this[WrittenCount - 1].ArrivalUs;

    public ref LineByte this[long index] => ref _ring[index & IndexMask];

    public void Append(long arrivalUs, ulong senders, byte value, bool isDamaged)
    {
        ref LineByte entry = ref _ring[WrittenCount++ & IndexMask];
        entry.ArrivalUs = arrivalUs;
        entry.Senders = senders;
        entry.Value = value;
        entry.IsDamaged = isDamaged;
    }

    /// <summary>
    /// When the next delimiter arrives that can close a frame: one that is not the very next byte.
    /// </summary>
    public long NextCloseUs(long fromIndex)
    {
        for (long index = fromIndex + 1; index < WrittenCount; index++)
        {
            ref LineByte entry = ref this[index];
            if (entry.Value == WireFormat.End)
            {
                return entry.ArrivalUs;
            }
        }
        return Micros.Never;
    }
}
