using System;
using nanoFramework.Networking;

namespace TwcBridge.Device;

/// <summary>The wall clock, for showing and for schedules. Nothing on the bus depends on it: that
/// is Environment.TickCount64's.</summary>
internal sealed class Clock
{
    // 2026-01-01. Before an answer of the time server the platform's clock is arbitrary; this
    // firmware did not exist before.
    private const long NotBeforeUnixSeconds = 1_767_225_600;

    private const string TimeServer = "pool.ntp.org";

    private bool _isStarted;

    /// <summary>Starts asking once the network is there; the platform repeats it every hour.
    /// </summary>
    public void OnNetworkUp()
    {
        if (!_isStarted)
        {
            Sntp.Server1 = TimeServer;
            Sntp.Start();
            _isStarted = true;
        }
    }

    /// <summary>0 while the clock is unset.</summary>
    public long UnixSeconds()
    {
        long seconds = DateTime.UtcNow.ToUnixTimeSeconds();
        return seconds < NotBeforeUnixSeconds ? 0 : seconds;
    }
}
