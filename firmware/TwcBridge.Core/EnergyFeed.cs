using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Messages;

namespace TwcBridge;

/// <summary>Carries what meters and connectors told over to the energy book.</summary>
public sealed class EnergyFeed
{
    private const long Never = -1;

    public readonly EnergyBook Book;

    private readonly Roster _roster;
    private readonly int[] _meterAnswers;
    private readonly long[] _meteredAtMs;

    public EnergyFeed(Roster roster, int maxConnectors, EnergyUnit unit)
    {
        _roster = roster;
        _meterAnswers = new int[maxConnectors];
        _meteredAtMs = new long[maxConnectors];
        Book = new EnergyBook(maxConnectors, unit);
        for (int i = 0; i < maxConnectors; i++)
        {
            OnLost(i);
        }
    }

    /// <summary>The place belongs to this id from now on.</summary>
    public void OnPlace(int index, int id)
    {
        Book.OnPlace(index, id);
    }

    /// <summary>Volts and amps are those of now: its meter has answered since it was lost, and
    /// not long ago.</summary>
    public bool IsMetered(int index, long nowMs)
    {
        return _meteredAtMs[index] != Never
            && nowMs - _meteredAtMs[index] <= EnergyMeter.LongestStepMs;
    }

    public void OnLost(int index)
    {
        _meteredAtMs[index] = Never;
    }

    /// <summary>A heartbeat answer. A session outlives a lost link; it ends when a connector tells
    /// that the car has gone.</summary>
    public void OnReport(int index, bool hasCar, long nowMs)
    {
        if (_roster.At(index).State != Peripheral.Unknown)
        {
            Book.OnCar(index, hasCar, nowMs);
        }
    }

    /// <summary>An answer to a query, perhaps of the meter.</summary>
    public void OnInfo(int index, long nowMs)
    {
        PeripheralInfo info = _roster.At(index).Info;
        if (info.MeterAnswerCount == _meterAnswers[index])
        {
            return;
        }
        _meterAnswers[index] = info.MeterAnswerCount;
        if (info.MeterAnswerCount > 0)
        {
            _meteredAtMs[index] = nowMs;
            Book.OnMeter(index, info.EnergyRaw, info.Watts(), nowMs);
        }
    }
}
