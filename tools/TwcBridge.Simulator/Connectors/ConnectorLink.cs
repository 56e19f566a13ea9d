namespace TwcBridge.Simulator;

/// <summary>
/// Whether a controller claims the connector, when the connector speaks unasked, and what it does
/// when it hears no heartbeat any more (PROTOCOL 4).
/// </summary>
internal sealed class ConnectorLink : IAlarmOwner
{
    private const int BurstLength = 5;
    private const int BurstOffsetMs = 200;
    private const int LowestBurstGapMs = 150;
    private const int HighestBurstGapMs = 300;
    private const long BurstForgottenUs = 10 * Micros.PerSecond;
    private const long BootUs = 3 * Micros.PerSecond;

    private readonly VirtualClock _clock;
    private readonly ConnectorBus _bus;
    private readonly ConnectorOptions _options;
    private readonly Dice _dice;
    private readonly Alarm _linkReady;
    private readonly Alarm _lost;
    private readonly Alarm _opens;
    private readonly long _opensAfterUs;
    private int _burstLeft;
    private int _secondCount;
    private long _secondHeardAtUs = -BurstForgottenUs;

    public ConnectorLink(
        VirtualClock clock, ConnectorBus bus, ConnectorOptions options, Dice dice)
    {
        _clock = clock;
        _bus = bus;
        _options = options;
        _dice = dice;
        _linkReady = new Alarm(clock, this);
        _lost = new Alarm(clock, this);
        _opens = new Alarm(clock, this);
        int opensAfterMs = options.ContactorOpensAfterMs ?? dice.Between(20_000, 30_000);
        _opensAfterUs = opensAfterMs * Micros.PerMs;
        _linkReady.SetIn(dice.Between(0, options.LinkReadyPeriodMs) * Micros.PerMs);
    }

    public bool IsLinked { get; private set; }

    public long LastHeartbeatUs { get; private set; } = -1;

    /// <returns>True if it had lost its controller.</returns>
    public bool OnHeartbeat(long heardAtUs)
    {
        bool wasLost = !IsLinked && LastHeartbeatUs >= 0;
        Claim(true);
        LastHeartbeatUs = heardAtUs;
        _burstLeft = 0;
        _linkReady.Stop();
        _lost.Set(heardAtUs + (_options.ControllerLostAfterMs * Micros.PerMs));
        _opens.Set(heardAtUs + _opensAfterUs);
        return wasLost;
    }

    /// <summary>The first of these is ignored, the second answered by a burst.</summary>
    public void OnControllerLinkReadySecond(long heardAtUs)
    {
        if (heardAtUs - _secondHeardAtUs >= BurstForgottenUs)
        {
            _secondCount = 0;
        }
        _secondHeardAtUs = heardAtUs;
        _secondCount++;
        if (_secondCount == 2)
        {
            BeginBurst(BurstOffsetMs * Micros.PerMs);
        }
    }

    /// <summary>Nobody claims it under its new id.</summary>
    public void OnNewId()
    {
        Claim(false);
        _lost.Stop();
        BeginBurst(BurstOffsetMs * Micros.PerMs);
    }

    public void Reboot()
    {
        Claim(false);
        LastHeartbeatUs = -1;
        _lost.Stop();
        _opens.Stop();
        BeginBurst(BootUs);
    }

    void IAlarmOwner.OnAlarm(Alarm alarm)
    {
        if (alarm == _lost)
        {
            Claim(false);
            _linkReady.Set(_clock.NowUs);
        }
        else if (alarm == _opens)
        {
            _bus.OnControllerLost();
        }
        else
        {
            _bus.SendLinkReady();
            SetNextLinkReady();
        }
    }

    private void BeginBurst(long delayUs)
    {
        _burstLeft = BurstLength;
        _linkReady.SetIn(delayUs + (_dice.Below(LowestBurstGapMs) * Micros.PerMs));
    }

    private void Claim(bool isClaimed)
    {
        IsLinked = isClaimed;
        _bus.Power.IsClaimed = isClaimed;
    }

    private void SetNextLinkReady()
    {
        _burstLeft--;
        if (_burstLeft > 0)
        {
            _linkReady.SetIn(_dice.Between(LowestBurstGapMs, HighestBurstGapMs) * Micros.PerMs);
        }
        else if (!IsLinked)
        {
            // Units drift apart: with equal periods two of them would collide for ever.
            int driftMs = _options.LinkReadyPeriodMs / 50;
            int periodMs = _options.LinkReadyPeriodMs + _dice.Between(-driftMs, driftMs);
            _linkReady.SetIn(periodMs * Micros.PerMs);
        }
    }
}
