using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Messages;

namespace TwcBridge;

/// <summary>Carries what meters and connectors told over to the energy book.</summary>
public sealed class EnergyFeed
{
    private readonly Roster _roster;
    private readonly int[] _meterAnswers = new int[OfferLedger.Capacity];

    public EnergyFeed(Roster roster)
    {
        _roster = roster;
    }

    public EnergyBook Book { get; } = new EnergyBook();

    /// <summary>The place belongs to this id from now on.</summary>
    public void OnPlace(int index, int id)
    {
        Book.OnPlace(index, id);
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
            Book.OnMeter(index, info.EnergyRaw, info.Watts(), nowMs);
        }
    }
}
