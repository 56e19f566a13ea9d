namespace TwcBridge.Simulator;

/// <summary>Interference: now and then one random byte, no matter who is talking.</summary>
internal sealed class NoiseSource : LineUnit, IAlarmOwner
{
    private readonly Dice _dice;
    private readonly Alarm _next;
    private readonly byte[] _byte = new byte[1];
    private double _bytesPerHour;

    public NoiseSource(SimulatedSite site, Dice dice)
        : base(site, "noise")
    {
        _dice = dice;
        _next = new Alarm(site.Clock, this);
    }

    public void Apply(FaultOptions options)
    {
        _bytesPerHour = options.NoiseBytesPerHour;
        _next.Stop();
        SetNext();
    }

    public void OnAlarm(Alarm alarm)
    {
        _byte[0] = _dice.Byte();
        Site.Line.Send(this, _byte, 1);
        SetNext();
    }

    private void SetNext()
    {
        long waitUs = _dice.Wait(_bytesPerHour, Micros.PerHour);
        if (waitUs != Micros.Never)
        {
            _next.SetIn(waitUs);
        }
    }
}
