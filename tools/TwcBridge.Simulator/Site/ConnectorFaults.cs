using System.Collections.Generic;

namespace TwcBridge.Simulator;

/// <summary>Resets and silences that befall connectors by chance.</summary>
internal sealed class ConnectorFaults : IAlarmOwner
{
    private readonly Dice _dice;
    private readonly List<WallConnector> _connectors;
    private readonly Alarm _reset;
    private readonly Alarm _silence;
    private FaultOptions _options = FaultOptions.None;

    public ConnectorFaults(VirtualClock clock, Dice dice, List<WallConnector> connectors)
    {
        _dice = dice;
        _connectors = connectors;
        _reset = new Alarm(clock, this);
        _silence = new Alarm(clock, this);
    }

    public void Apply(FaultOptions options)
    {
        _options = options;
        SetNext(_reset, options.ConnectorResetsPerDay);
        SetNext(_silence, options.ConnectorSilencesPerDay);
    }

    public void OnAlarm(Alarm alarm)
    {
        if (_connectors.Count > 0)
        {
            Befall(alarm, _connectors[_dice.Below(_connectors.Count)]);
        }
        SetNext(
            alarm,
            alarm == _reset ? _options.ConnectorResetsPerDay : _options.ConnectorSilencesPerDay);
    }

    private void Befall(Alarm alarm, WallConnector connector)
    {
        if (alarm == _reset)
        {
            connector.PowerCycle();
            return;
        }
        Silence silence = _dice.Below(2) == 0 ? Silence.Mute : Silence.Deaf;
        int seconds = _dice.Between(1, _options.LongestSilenceSeconds);
        connector.FallSilent(silence, seconds * Micros.PerSecond);
    }

    private void SetNext(Alarm alarm, double countPerDay)
    {
        alarm.Stop();
        long waitUs = _dice.Wait(countPerDay, Micros.PerDay);
        if (waitUs != Micros.Never)
        {
            alarm.SetIn(waitUs);
        }
    }
}
