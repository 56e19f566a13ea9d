namespace TwcBridge.Charging;

/// <summary>Energy and session of every place, told by the bus and read by the status.</summary>
public sealed class EnergyBook
{
    private readonly EnergyMeter[] _meters;
    private readonly ChargeSession[] _sessions;
    private readonly int[] _ids;

    public EnergyBook(int maxConnectors)
    {
        _meters = new EnergyMeter[maxConnectors];
        _sessions = new ChargeSession[maxConnectors];
        _ids = new int[maxConnectors];
        for (int i = 0; i < maxConnectors; i++)
        {
            _meters[i] = new EnergyMeter();
            _sessions[i] = new ChargeSession();
        }
    }

    public EnergyMeter Meter(int index)
    {
        return _meters[index];
    }

    public ChargeSession Session(int index)
    {
        return _sessions[index];
    }

    /// <summary>The place belongs to this id; another one's energy is forgotten.</summary>
    public void OnPlace(int index, int id)
    {
        if (_ids[index] != id)
        {
            _ids[index] = id;
            _meters[index].Clear();
            _sessions[index].Clear();
        }
    }

    /// <summary>The connector told whether a car is there.</summary>
    public void OnCar(int index, bool hasCar, long nowMs)
    {
        _sessions[index].OnCar(hasCar, _meters[index].ReckonedWattHours, nowMs);
    }

    /// <summary>A meter answer.</summary>
    /// <param name="raw">Its counter.</param>
    public void OnMeter(int index, long raw, int watts, long nowMs)
    {
        _meters[index].OnPower(watts, nowMs);
        _meters[index].OnCount(raw, nowMs);
    }
}
