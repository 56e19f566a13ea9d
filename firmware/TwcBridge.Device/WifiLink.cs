using System;
using System.Net.NetworkInformation;
using System.Threading;
using TwcBridge.Config;

namespace TwcBridge.Device;

/// <summary>Does with the radio what WifiPlan says. Joining blocks for as long as the radio needs,
/// which is why this has a thread of its own.</summary>
internal sealed class WifiLink : INetworkLink
{
    private const int TurnMs = 500;

    public int FaultCount;

    private readonly AutoResetEvent _pause = new AutoResetEvent(false);
    private readonly WifiNetwork _network;
    private readonly AccessPoint _accessPoint;
    private readonly Restarter _restarter;
    private WifiPlan _plan;
    private bool _isButtonHeld;
    private bool _isUp;
    private bool _isAccessPointOpen;

    public WifiLink(WifiNetwork network, AccessPoint accessPoint, Restarter restarter)
    {
        _network = network;
        _accessPoint = accessPoint;
        _restarter = restarter;
    }

    public bool IsUp => _isUp;

    public bool IsAccessPointOpen => _isAccessPointOpen;

    public void OnButtonHeld()
    {
        _isButtonHeld = true;
    }

    public void Run()
    {
        while (true)
        {
            try
            {
                Turn(Environment.TickCount64);
            }
            catch (Exception)   // The thread's outermost place.
            {
                FaultCount++;
            }
            _pause.WaitOne(TurnMs, false);
        }
    }

    private void Turn(long nowMs)
    {
        if (_plan == null)
        {
            Begin(nowMs);
        }
        if (_isButtonHeld)
        {
            _isButtonHeld = false;
            _plan.OnButtonHeld();
        }
        _isUp = NetworkPorts.HasAddress(NetworkInterfaceType.Wireless80211);
        _plan.OnLink(_isUp, nowMs);
        WifiAction action = _plan.Next(nowMs);
        if (action != WifiAction.None)
        {
            _plan.OnTried(action, nowMs);   // First, for what follows may throw.
            Act(action);
        }
    }

    private void Begin(long nowMs)
    {
        _isAccessPointOpen = _accessPoint.IsOpen();
        _plan = new WifiPlan(_network.IsKnown(), _isAccessPointOpen, nowMs);
        if (_isAccessPointOpen)
        {
            _accessPoint.Serve();
        }
    }

    private void Act(WifiAction action)
    {
        switch (action)
        {
            case WifiAction.Join:
                _network.Join();
                break;
            case WifiAction.OpenAccessPoint:
                _accessPoint.Open();
                _restarter.TryRestart();
                break;
            case WifiAction.CloseAccessPoint:
                _accessPoint.Close();
                _restarter.TryRestart();
                break;
        }
    }
}
