using System;

namespace TwcBridge.Simulator;

/// <summary>
/// Which bytes of the line go wrong. It counts down to the next fault of each kind, so a clean byte
/// costs nothing.
/// </summary>
internal sealed class LineFaults
{
    private const double Million = 1_000_000;

    private readonly Dice _dice;
    private FaultOptions _options = FaultOptions.None;
    private long _bytes;
    private long _nextFlip = Micros.Never;
    private long _nextLoss = Micros.Never;
    private long _nextDuplicate = Micros.Never;

    public LineFaults(Dice dice)
    {
        _dice = dice;
    }

    public void Apply(FaultOptions options)
    {
        _options = options;
        _nextFlip = After(options.FlippedBitsPerMillionBytes);
        _nextLoss = After(options.LostBytesPerMillionBytes);
        _nextDuplicate = After(options.DuplicatedBytesPerMillionBytes);
    }

    /// <summary>Takes all of the next bytes at once if none of them is to suffer.</summary>
    public bool TryPassClean(int length)
    {
        long after = _bytes + length;
        if (after >= Math.Min(_nextFlip, Math.Min(_nextLoss, _nextDuplicate)))
        {
            return false;
        }
        _bytes = after;
        return true;
    }

    /// <summary>Takes one byte. Afterwards it may have a flipped bit.</summary>
    /// <returns>How often it is heard: 1, or 0 if lost, or 2 if duplicated.</returns>
    public int Pass(ref byte value)
    {
        _bytes++;
        if (_bytes >= _nextFlip)
        {
            _nextFlip = After(_options.FlippedBitsPerMillionBytes);
            value ^= (byte)(1 << _dice.Below(8));
        }
        if (_bytes >= _nextLoss)
        {
            _nextLoss = After(_options.LostBytesPerMillionBytes);
            return 0;
        }
        if (_bytes >= _nextDuplicate)
        {
            _nextDuplicate = After(_options.DuplicatedBytesPerMillionBytes);
            return 2;
        }
        return 1;
    }

    private long After(double countPerMillion)
    {
        long wait = _dice.Wait(countPerMillion, Million);
        return wait == Micros.Never ? wait : _bytes + wait;
    }
}
