using System;

namespace TwcBridge.Simulator;

/// <summary>
/// Where a controller plugs in. At time t it can read exactly the bytes whose stop bit has ended by
/// then; what it writes goes on the line at once, behind what it has there already.
/// </summary>
public sealed class AdapterPort : LineUnit
{
    private const int MostQueuedBytes = 2048;
    private const double Million = 1_000_000;

    private readonly VirtualClock _clock;
    private readonly LineStream _stream;
    private readonly Dice _dice;
    private readonly byte[] _inverted = new byte[MostQueuedBytes];
    private long _nextIndex;
    private long _heardCount;
    private long _nextLoss = Micros.Never;

    internal AdapterPort(SimulatedSite site, string name, Dice dice)
        : base(site, name)
    {
        _clock = site.Clock;
        _stream = site.Line.Stream;
        _dice = dice;
        _nextIndex = _stream.WrittenCount;
    }

    public AdapterFaults Faults { get; set; }

    /// <summary>Bytes that arrive but never reach the reader.</summary>
    public double LostBytesPerMillion
    {
        get;
        set
        {
            field = value;
            _nextLoss = NextLoss();
        }
    }

    /// <summary>Bytes not read in time, and overwritten by later ones.</summary>
    public long OverrunCount { get; private set; }

    /// <summary>Bytes refused because too many were waiting to be sent.</summary>
    public long RefusedCount { get; private set; }

    public bool IsSending => Current is { } current && current.EndUs > _clock.NowUs;

    /// <summary>Bytes written whose stop bit has not ended yet.</summary>
    public int QueuedBytes =>
        IsSending ? LineTiming.BytesIn(Current!.EndUs - _clock.NowUs) : 0;

    /// <summary>Bytes that can be read now.</summary>
    public int Available
    {
        get
        {
            int count = 0;
            long nowUs = _clock.NowUs;
            _nextIndex = SkipUnheard(_nextIndex);
            for (long index = _nextIndex; IsArrived(index, nowUs); count++)
            {
                index = SkipUnheard(index + 1);
            }
            return count;
        }
    }

    /// <summary>
    /// When the next unread byte arrives or has arrived; never if none is on the way.
    /// </summary>
    public long NextArrivalUs
    {
        get
        {
            _nextIndex = SkipUnheard(_nextIndex);
            return _nextIndex < _stream.WrittenCount ? _stream[_nextIndex].ArrivalUs : Micros.Never;
        }
    }

    /// <summary>
    /// Sends from the site's present instant on, or behind what is still being sent. The buffer is
    /// copied.
    /// </summary>
    public void Write(byte[] buffer, int length)
    {
        int taken = Math.Min(length, MostQueuedBytes - QueuedBytes);
        RefusedCount += length - taken;
        if (taken <= 0 || Has(AdapterFaults.CannotSend))
        {
            return;
        }
        if (Has(AdapterFaults.SwappedPolarity))
        {
            for (int index = 0; index < taken; index++)
            {
                _inverted[index] = (byte)~buffer[index];
            }
            buffer = _inverted;
        }
        Site.Line.Send(this, buffer, taken);
    }

    /// <summary>Takes what has arrived, up to the size of the buffer.</summary>
    /// <returns>How many bytes.</returns>
    public int Read(byte[] buffer)
    {
        long nowUs = _clock.NowUs;
        int flip = Has(AdapterFaults.SwappedPolarity) ? 0xFF : 0;
        int count = 0;
        while (count < buffer.Length)
        {
            _nextIndex = SkipUnheard(_nextIndex);
            if (!IsArrived(_nextIndex, nowUs))
            {
                break;
            }
            byte value = _stream[_nextIndex++].Value;
            if (++_heardCount >= _nextLoss)
            {
                _nextLoss = NextLoss();
                continue;
            }
            buffer[count++] = (byte)(value ^ flip);
        }
        return count;
    }

    // Enum.HasFlag boxes until the compiler has seen it often enough.
    private bool Has(AdapterFaults fault)
    {
        return (Faults & fault) != 0;
    }

    private bool IsArrived(long index, long nowUs)
    {
        return index < _stream.WrittenCount && _stream[index].ArrivalUs <= nowUs;
    }

    private long SkipUnheard(long index)
    {
        if (index < _stream.OldestIndex)
        {
            OverrunCount += _stream.OldestIndex - index;
            index = _stream.OldestIndex;
        }
        if (Has(AdapterFaults.CannotReceive))
        {
            return _stream.WrittenCount;
        }
        ulong unheard = Has(AdapterFaults.EchoesOwnBytes) ? 0 : Mask;
        while (index < _stream.WrittenCount && (_stream[index].Senders & unheard) != 0)
        {
            index++;
        }
        return index;
    }

    private long NextLoss()
    {
        long wait = _dice.Wait(LostBytesPerMillion, Million);
        return wait == Micros.Never ? wait : _heardCount + wait;
    }
}
