using System;
using System.Net.NetworkInformation;
using System.Threading;

namespace TwcBridge.Device;

/// <summary>The cable. The platform does all there is to do; we look whether it has.</summary>
internal sealed class EthernetLink : INetworkLink
{
    private const int TurnMs = 1000;

    private readonly AutoResetEvent _pause = new AutoResetEvent(false);

    public bool IsUp { get; private set; }

    public bool IsAccessPointOpen => false;

    public int FaultCount { get; private set; }

    public void OnButtonHeld()
    {
    }

    public void Run()
    {
        while (true)
        {
            try
            {
                IsUp = NetworkPorts.HasAddress(NetworkInterfaceType.Ethernet);
            }
            catch (Exception)   // The thread's outermost place.
            {
                FaultCount++;
            }
            _pause.WaitOne(TurnMs, false);
        }
    }
}
