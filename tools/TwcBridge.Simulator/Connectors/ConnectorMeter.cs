namespace TwcBridge.Simulator;

/// <summary>Power and energy of one connector, and how its firmware reports them.</summary>
internal sealed class ConnectorMeter
{
    private readonly VirtualClock _clock;
    private readonly ConnectorOptions _options;
    private readonly EnergyMeter _energy = new();
    private int _centiamps;
    private int _phases;

    public ConnectorMeter(VirtualClock clock, ConnectorOptions options)
    {
        _clock = clock;
        _options = options;
    }

    public long WattHours => _options.MeterStartWattHours + _energy.WattHours(_clock.NowUs);

    public MeterReading Reading => new(_options.MeterCountsWattHours ? WattHours : WattHours / 1000)
    {
        VoltsL1 = _options.Volts,
        VoltsL2 = _options.Phases == 3 ? _options.Volts : 0,
        VoltsL3 = _options.Phases == 3 ? _options.Volts : 0,
        HalfAmpsL1 = HalfAmps(1),
        HalfAmpsL2 = HalfAmps(2),
        HalfAmpsL3 = HalfAmps(3),
    };

    public void SetDrawn(int centiamps, int phases)
    {
        _centiamps = centiamps;
        _phases = phases;
        _energy.SetWatts(WattsAt(centiamps, phases), _clock.NowUs);
    }

    public int WattsAt(int centiamps, int phases)
    {
        return centiamps * _options.Volts * phases / 100;
    }

    private int HalfAmps(int phase)
    {
        return phase <= _phases ? (_centiamps + 25) / 50 : 0;
    }
}
