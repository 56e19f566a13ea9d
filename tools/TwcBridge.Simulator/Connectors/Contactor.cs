namespace TwcBridge.Simulator;

internal sealed class Contactor
{
    private const long MovesForUs = Micros.PerSecond;

    private readonly VirtualClock _clock;
    private long _movedAtUs = -MovesForUs;

    public Contactor(VirtualClock clock)
    {
        _clock = clock;
    }

    public bool IsClosed { get; private set; }

    public int CloseCount { get; private set; }

    public long SinceMovedUs => _clock.NowUs - _movedAtUs;

    public bool IsMoving => SinceMovedUs < MovesForUs;

    public void Close()
    {
        if (!IsClosed)
        {
            CloseCount++;
            _movedAtUs = _clock.NowUs;
        }
        IsClosed = true;
    }

    public void Open()
    {
        if (IsClosed)
        {
            _movedAtUs = _clock.NowUs;
        }
        IsClosed = false;
    }

    /// <summary>Closes and opens at once.</summary>
    public void Chatter()
    {
        Close();
        Open();
    }
}
