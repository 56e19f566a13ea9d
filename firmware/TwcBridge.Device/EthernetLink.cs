using System;
using System.Net.NetworkInformation;
using System.Threading;

namespace TwcBridge.Device;

/// <summary>The cable. The platform does all there is to do; we look whether it has.</summary>
internal sealed class EthernetLink : INetworkLink
{
    private const int TurnMs = 1000;

    public int FaultCount;

    private readonly AutoResetEvent _pause = new AutoResetEvent(false);
    private bool _isUp;

    public bool IsUp => _isUp;

    public bool IsAccessPointOpen => false;

    public void OnButtonHeld()
    {
    }

    public void Run()
    {
        while (true)
        {
            try
            {
                _isUp = NetworkPorts.HasAddress(NetworkInterfaceType.Ethernet);
            }
            catch (Exception)   // The thread's outermost place.
            {
                FaultCount++;
            }
            _pause.WaitOne(TurnMs, false);
        }
    }
}
