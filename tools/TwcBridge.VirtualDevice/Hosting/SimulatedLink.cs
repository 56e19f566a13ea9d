using TwcBridge.Loops;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>
/// The simulated bus in place of a UART, in real time: whoever reads or writes first moves the
/// simulation to now. Used by the bus thread alone.
/// </summary>
public sealed class SimulatedLink : ISerialLink
{
    private readonly SimulatedSite _site;
    private readonly AdapterPort _port;
    private readonly MonotonicClock _clock;

    public SimulatedLink(SimulatedSite site, AdapterFaults faults, MonotonicClock clock)
    {
        _site = site;
        _clock = clock;
        _port = site.AddPort("bridge");
        _port.Faults = faults;
    }

    public int Read(byte[] buffer)
    {
        _site.AdvanceTo(_clock.NowUs);
        return _port.Read(buffer);
    }

    public bool TryWrite(byte[] buffer, int length)
    {
        _site.AdvanceTo(_clock.NowUs);
        _port.Write(buffer, length);
        return true;
    }
}
