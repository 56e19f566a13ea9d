namespace TwcBridge.UnitTests.Support;

/// <summary>
/// The current side of a scripted peripheral, after PROTOCOL 3.2 and 4: what limit it takes from
/// which command, what its car draws, when its contactor is open. Written from the protocol alone.
/// </summary>
internal sealed class FakeCharger
{
    private const int LeastProtocol2 = 600;
    private const int FallMs = 1500;

    private readonly int _protocol;
    private long _fallsAtMs;
    private bool _isOrderedOpen;
    private bool _isAlone;

    public FakeCharger(int protocol)
    {
        _protocol = protocol;
    }

    public bool HasCar { get; set; }

    public bool WantsCurrent { get; set; } = true;

    /// <summary>What the car's own charger can take.</summary>
    public int CarCentiamps { get; set; } = 3200;

    /// <summary>Draws this much more than it may.</summary>
    public int DisobeysByCentiamps { get; set; }

    public int AcceptedCentiamps { get; private set; }

    public int DrawnCentiamps { get; private set; }

    /// <summary>By an order, until the opposite one; or because the controller was silent for too
    /// long, until the next limit.</summary>
    public bool IsOpen => _isOrderedOpen || _isAlone;

    /// <summary>The most that it may be drawing without disobeying.</summary>
    public int HeldCentiamps => IsOpen ? 0 : AcceptedCentiamps;

    public bool IsCharging => HasCar && WantsCurrent && !IsOpen && AcceptedCentiamps > 0;

    public int State => !HasCar ? 0
        : _isAlone ? 8
        : _isOrderedOpen || !WantsCurrent ? 3
        : AcceptedCentiamps == 0 ? 4
        : 1;

    /// <param name="command">Byte 6 of a heartbeat.</param>
    public void OnCommand(int command, int centiamps, long nowMs)
    {
        switch (command)
        {
            case 0x05 when _protocol == 1 || !IsCharging:
            case 0x08 when _protocol == 2 && State == 8:
            case 0x09 when _protocol == 2 && IsCharging:
                Accept(centiamps, nowMs);
                break;
        }
    }

    /// <summary>FC B1 and FC B2.</summary>
    public void OnContactor(bool isOpen)
    {
        _isOrderedOpen = isOpen;
    }

    /// <summary>No heartbeat for 20 to 30 s.</summary>
    public void OnControllerLost()
    {
        _isAlone = true;
    }

    /// <summary>Power went away and came back.</summary>
    public void OnReset()
    {
        _isOrderedOpen = false;
        _isAlone = false;
        AcceptedCentiamps = 0;
        DrawnCentiamps = 0;
    }

    public void OnTime(long nowMs)
    {
        int may = AcceptedCentiamps < CarCentiamps ? AcceptedCentiamps : CarCentiamps;
        int target = IsCharging ? may + DisobeysByCentiamps : 0;
        if (target >= DrawnCentiamps || IsOpen || nowMs >= _fallsAtMs)
        {
            DrawnCentiamps = target;
        }
    }

    private void Accept(int centiamps, long nowMs)
    {
        int taken = _protocol == 2 && centiamps < LeastProtocol2 ? LeastProtocol2 : centiamps;
        if (taken < AcceptedCentiamps)
        {
            _fallsAtMs = nowMs + FallMs;
        }
        AcceptedCentiamps = taken;
        _isAlone = false;
    }
}
