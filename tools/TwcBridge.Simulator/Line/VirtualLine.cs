using System;
using System.Collections.Generic;
using System.Numerics;

namespace TwcBridge.Simulator;

/// <summary>
/// The half-duplex RS-485 pair. A unit's bytes are placed on the line when it begins to send, each
/// with its arrival; until a byte has arrived, a second sender can still spoil it. All listeners
/// hear the same, apart from a sender, which does not hear itself.
/// </summary>
public sealed class VirtualLine : IAlarmOwner
{
    private const int MostUnits = 64;
    private const int LongestTransmission = 4096;

    private readonly VirtualClock _clock;
    private readonly Dice _dice;
    private readonly LineFaults _faults;
    private readonly FrameDelivery _delivery;
    private readonly List<LineUnit> _units = [];
    private readonly List<Alarm> _ends = [];
    private readonly List<ILineObserver> _observers = [];
    private long _busyUntilUs;

    internal VirtualLine(VirtualClock clock, Dice dice)
    {
        _clock = clock;
        _dice = dice;
        _faults = new LineFaults(dice);
        _delivery = new FrameDelivery(clock, Stream);
    }

    public WireLog Log { get; } = new();

    public CollisionLog Collisions { get; } = new();

    public bool IsBusy => _busyUntilUs > _clock.NowUs;

    internal LineStream Stream { get; } = new();

    public void Observe(ILineObserver observer)
    {
        _observers.Add(observer);
    }

    void IAlarmOwner.OnAlarm(Alarm alarm)
    {
        EndIfOver(_units[_ends.IndexOf(alarm)]);
    }

    /// <returns>The bit that stands for this unit.</returns>
    internal ulong Attach(LineUnit unit)
    {
        if (_units.Count == MostUnits)
        {
            throw new InvalidOperationException($"The line takes {MostUnits} units at the most.");
        }
        _units.Add(unit);
        _ends.Add(new Alarm(_clock, this));
        if (unit.HearsFrames)
        {
            _delivery.Add(unit);
        }
        return 1UL << (_units.Count - 1);
    }

    /// <summary>Of the first of the units that the bits stand for.</summary>
    internal string NameOf(ulong mask)
    {
        return _units[BitOperations.TrailingZeroCount(mask)].Name;
    }

    internal void Apply(FaultOptions options)
    {
        _faults.Apply(options);
    }

    /// <summary>Sends from now, or right behind what the unit has on the line already.</summary>
    internal void Send(LineUnit unit, byte[] bytes, int length)
    {
        _delivery.ReadArrived();
        Transmission transmission = Open(unit, length);
        bool isContested = IsBusy && MarkCollisions(unit, transmission);
        int first = transmission.Length;
        transmission.Append(bytes, length);
        if (!isContested && _faults.TryPassClean(length))
        {
            PlaceClean(unit, transmission, first);
        }
        else
        {
            PlaceSpoiled(unit, transmission, first);
        }
        _busyUntilUs = Math.Max(_busyUntilUs, transmission.EndUs);
        _ends[BitOperations.TrailingZeroCount(unit.Mask)].Set(transmission.EndUs);
        _delivery.Arm();
    }

    private Transmission Open(LineUnit unit, int length)
    {
        EndIfOver(unit);
        long startUs = _clock.NowUs;
        if (unit.Current is { } current)
        {
            if (current.Length + length <= LongestTransmission)
            {
                return current;
            }
            startUs = current.EndUs;
            End(unit, current);
        }
        unit.Current = Log.Next();
        unit.Current.Begin(unit.Name, startUs);
        return unit.Current;
    }

    private void EndIfOver(LineUnit unit)
    {
        if (unit.Current is { } current && current.EndUs <= _clock.NowUs)
        {
            End(unit, current);
        }
    }

    private void End(LineUnit unit, Transmission transmission)
    {
        unit.Current = null;
        foreach (ILineObserver observer in _observers)
        {
            observer.OnTransmission(transmission);
        }
    }

    // True if another unit is on the line. Each pair of transmissions counts once, when the second
    // begins.
    private bool MarkCollisions(LineUnit unit, Transmission transmission)
    {
        bool isContested = false;
        foreach (LineUnit other in _units)
        {
            Transmission? current = other == unit ? null : other.Current;
            if (current is null || current.EndUs <= _clock.NowUs)
            {
                continue;
            }
            isContested = true;
            current.IsDamaged = true;
            transmission.IsDamaged = true;
            if (transmission.Length == 0 && other is not NoiseSource && unit is not NoiseSource)
            {
                current.IsCollided = true;
                transmission.IsCollided = true;
                Collisions.Add(new Collision(_clock.NowUs, other.Name, unit.Name));
            }
        }
        return isContested;
    }

    private void PlaceClean(LineUnit unit, Transmission transmission, int first)
    {
        ReadOnlySpan<byte> bytes = transmission.Bytes;
        for (int index = first; index < bytes.Length; index++)
        {
            long arrivalUs = LineTiming.ByteEndUs(transmission.StartUs, index);
            Stream.Append(arrivalUs, unit.Mask, bytes[index], false);
        }
    }

    private void PlaceSpoiled(LineUnit unit, Transmission transmission, int first)
    {
        bool isOutOfStep = false;
        bool isAfterLoss = false;
        for (int index = first; index < transmission.Length; index++)
        {
            long startUs = LineTiming.ByteEndUs(transmission.StartUs, index - 1);
            long arrivalUs = LineTiming.ByteEndUs(transmission.StartUs, index);
            if (startUs < Stream.LastArrivalUs)
            {
                Garble(startUs, arrivalUs, unit.Mask);
                isOutOfStep = true;
                continue;
            }
            // A receiver that comes out of a collision takes one more byte to find a start bit.
            byte sent = transmission.Bytes[index];
            byte heard = isOutOfStep ? _dice.Byte() : sent;
            isOutOfStep = false;
            int count = _faults.Pass(ref heard);
            bool isDamaged = heard != sent || count != 1 || isAfterLoss;
            isAfterLoss = count == 0;
            transmission.IsDamaged |= isDamaged;
            for (int copy = 0; copy < count; copy++)
            {
                Stream.Append(arrivalUs, unit.Mask, heard, isDamaged);
            }
        }
    }

    // Spoils what is on the way during the time of one more byte, which itself is lost in it.
    private void Garble(long startUs, long endUs, ulong mask)
    {
        long index = Stream.WrittenCount - 1;
        while (index >= 0 && Stream[index].ArrivalUs > startUs)
        {
            ref LineByte entry = ref Stream[index--];
            if (LineTiming.ByteEndUs(endUs, 0) > entry.ArrivalUs)
            {
                entry.Value = _dice.Byte();
                entry.Senders |= mask;
                entry.IsDamaged = true;
            }
        }
    }
}
