using System;

namespace TwcBridge.Simulator;

/// <summary>
/// One car. What it draws follows the offer with a delay, in steps, and a little below it (PROTOCOL
/// 4): 6 A offered is drawn as 5.2 A, 40 A as 38.8 A.
/// </summary>
public sealed class Car : IAlarmOwner
{
    private const int StepUpCentiamps = 50;
    private const int StepDownCentiamps = 400;
    private const long StepUs = Micros.PerSecond / 2;
    private const long FirstStepUs = 2 * Micros.PerSecond;
    private const long VinKnownAfterUs = 3 * Micros.PerSecond;

    private readonly CurrentLatch _latch;
    private readonly EnergyMeter _taken = new();
    private VirtualClock? _clock;
    private PowerStage? _stage;
    private Alarm? _ramp;
    private Alarm? _wake;
    private Alarm? _full;
    private long _pluggedAtUs;
    private int _offeredCentiamps;
    private bool _isAsleep;
    private bool _isStopped;

    public Car(CarOptions options)
    {
        Options = options;
        IsFull = options.NeededWattHours <= 0;
        _latch = new CurrentLatch(options.Latch);
    }

    public CarOptions Options { get; }

    /// <summary>Per phase.</summary>
    public int DrawnCentiamps { get; private set; }

    public bool IsFull { get; private set; }

    /// <summary>It shows a charging fault until it is plugged again.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>It sticks to 6 A whatever is offered.</summary>
    public bool IsLatched => _latch.IsLatched;

    public bool WantsPower => !(_isStopped || _isAsleep || IsFull || HasFailed);

    /// <summary>The driver ends the session at the car or in the app.</summary>
    public void PressStop()
    {
        _isStopped = true;
        WindDown();
    }

    public void PressStart()
    {
        _isStopped = false;
        _isAsleep = false;
        if (_stage is { Outlet.Contactor.IsClosed: true })
        {
            Follow();
        }
        else
        {
            _stage?.OnCarAsks();
        }
    }

    public void Unplug()
    {
        _stage?.Unplug();
    }

    void IAlarmOwner.OnAlarm(Alarm alarm)
    {
        if (alarm == _ramp)
        {
            TakeStep();
        }
        else if (alarm == _wake)
        {
            _isAsleep = false;
            _stage?.OnCarAsks();
        }
        else
        {
            IsFull = true;
            WindDown();
        }
    }

    /// <summary>The VIN as the connector has it: it takes some seconds after plugging.</summary>
    internal string KnownVin(long nowUs)
    {
        return nowUs - _pluggedAtUs >= VinKnownAfterUs ? Options.Vin : string.Empty;
    }

    internal void OnPlugged(PowerStage stage, VirtualClock clock)
    {
        if (_stage is not null)
        {
            throw new InvalidOperationException("This car is plugged in already.");
        }
        _stage = stage;
        _clock = clock;
        _ramp = new Alarm(clock, this);
        _wake = new Alarm(clock, this);
        _full = new Alarm(clock, this);
        _pluggedAtUs = clock.NowUs;
        HasFailed = false;
        _isStopped = false;
        _isAsleep = Options.WakesAfterSeconds > 0;
        if (_isAsleep)
        {
            _wake.SetIn(Options.WakesAfterSeconds * Micros.PerSecond);
        }
    }

    internal void OnUnplugged()
    {
        _ramp?.Stop();
        _wake?.Stop();
        _full?.Stop();
        _stage = null;
    }

    /// <summary>
    /// Every limit the connector accepts comes by, also one that repeats the last.
    /// </summary>
    internal void OnOffer(int offeredCentiamps)
    {
        _latch.OnOffer(_offeredCentiamps, offeredCentiamps, _clock!.NowUs);
        _offeredCentiamps = offeredCentiamps;
        Follow();
    }

    internal void OnContactorOpened()
    {
        _ramp!.Stop();
        _latch.Release();
        _offeredCentiamps = 0;
        SetDrawn(0);
    }

    /// <summary>The connector is about to open under it.</summary>
    internal void OnOrderedOpen()
    {
        HasFailed |= DrawnCentiamps > 0 && !Options.ToleratesContactorOrders;
    }

    /// <summary>There is a controller again after some time without power.</summary>
    internal bool TryOutlastGap(long gapUs)
    {
        HasFailed |= gapUs > Options.LongestGapSeconds * Micros.PerSecond;
        return !HasFailed;
    }

    private int TargetCentiamps()
    {
        if (!WantsPower || _offeredCentiamps == 0)
        {
            return 0;
        }
        int usable = Math.Min(_latch.Cap(_offeredCentiamps), Options.MaxCentiamps);
        // A straight line through the two observed points.
        return Math.Max(0, (usable * 988 / 1000) - 73);
    }

    private void WindDown()
    {
        if (DrawnCentiamps > 0)
        {
            Follow();
        }
        else
        {
            _stage?.OnCarStopped();
        }
    }

    private void Follow()
    {
        if (!_ramp!.IsSet && DrawnCentiamps != TargetCentiamps())
        {
            _ramp.SetIn(DrawnCentiamps == 0 ? FirstStepUs : StepUs);
        }
    }

    private void TakeStep()
    {
        int target = TargetCentiamps();
        SetDrawn(DrawnCentiamps < target
            ? Math.Min(DrawnCentiamps + StepUpCentiamps, target)
            : Math.Max(DrawnCentiamps - StepDownCentiamps, target));
        Follow();
        if (DrawnCentiamps == 0)
        {
            _stage!.OnCarStopped();
        }
    }

    private void SetDrawn(int centiamps)
    {
        DrawnCentiamps = centiamps;
        if (_stage is null || _clock is null)
        {
            return;
        }
        _taken.SetWatts(_stage.Outlet.WattsAt(centiamps), _clock.NowUs);
        long untilFullUs = _taken.TimeToReachUs(Options.NeededWattHours, _clock.NowUs);
        _full!.Stop();
        if (!IsFull && untilFullUs != Micros.Never)
        {
            _full.SetIn(untilFullUs);
        }
        _stage.OnDrawChanged();
    }
}
