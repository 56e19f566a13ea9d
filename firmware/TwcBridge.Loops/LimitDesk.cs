using TwcBridge.Charging;
using TwcBridge.Config;

namespace TwcBridge.Loops;

/// <summary>Changed limits on their way from the network loop to the bus loop.</summary>
public sealed class LimitDesk
{
    private readonly object _gate = new object();
    private readonly ChargingOptions _limits = new ChargingOptions();
    private bool _isNew;

    /// <summary>Network loop: these are the owner's limits from now on.</summary>
    public void Post(Settings settings)
    {
        lock (_gate)
        {
            BridgeOptions.ReadLimits(settings, _limits);
            _isNew = true;
        }
    }

    /// <summary>Bus loop: true once for each change.</summary>
    public bool TryTake(ChargingOptions into)
    {
        lock (_gate)
        {
            bool isNew = _isNew;
            _isNew = false;
            if (isNew)
            {
                into.CopyLimitsFrom(_limits);
            }
            return isNew;
        }
    }
}
