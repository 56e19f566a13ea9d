using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>How long a command lives that is applied now.</summary>
/// <param name="DefaultMs">For one that names no time.</param>
internal readonly record struct Lease(long NowUs, int DefaultMs)
{
    public long EndsUs(int ttlMs)
    {
        int lifeMs = ttlMs == Command.DefaultTtl ? DefaultMs : ttlMs;
        return lifeMs == Command.NoExpiry ? Micros.Never : NowUs + lifeMs * Micros.PerMs;
    }
}
