namespace TwcBridge.Simulator;

/// <summary>
/// The habit of some cars to fall to 6 A when the offer is raised, and what frees them (PROTOCOL
/// 4).
/// </summary>
internal sealed class CurrentLatch
{
    private const int FloorCentiamps = 600;
    private const int SpikeCentiamps = 1600;
    private const long CureUs = 5 * Micros.PerSecond;

    private readonly LatchCure _cure;
    private long _latchedAtUs;
    private long _spikeBeganAtUs = Micros.Never;

    public CurrentLatch(LatchCure cure)
    {
        _cure = cure;
    }

    public bool IsLatched { get; private set; }

    public int Cap(int offeredCentiamps)
    {
        return IsLatched && offeredCentiamps > FloorCentiamps ? FloorCentiamps : offeredCentiamps;
    }

    public void OnOffer(int beforeCentiamps, int offeredCentiamps, long nowUs)
    {
        if (IsLatched && IsCured(beforeCentiamps, offeredCentiamps, nowUs))
        {
            Release();
            return;
        }
        if (_cure != LatchCure.NeverLatches && beforeCentiamps > 0
            && offeredCentiamps > beforeCentiamps)
        {
            IsLatched = true;
            _latchedAtUs = nowUs;
        }
        if (offeredCentiamps < SpikeCentiamps)
        {
            _spikeBeganAtUs = Micros.Never;
        }
        else if (_spikeBeganAtUs == Micros.Never)
        {
            _spikeBeganAtUs = nowUs;
        }
    }

    public void Release()
    {
        IsLatched = false;
        _spikeBeganAtUs = Micros.Never;
    }

    private bool IsCured(int beforeCentiamps, int offeredCentiamps, long nowUs)
    {
        bool isRepeat = _cure == LatchCure.RepeatedLimit && offeredCentiamps == beforeCentiamps
            && nowUs - _latchedAtUs >= CureUs;
        bool isSpikeOver = _spikeBeganAtUs != Micros.Never && offeredCentiamps < beforeCentiamps
            && nowUs - _spikeBeganAtUs >= CureUs;
        return isRepeat || isSpikeOver;
    }
}
