using TwcBridge.Loops;

namespace TwcBridge.Device;

/// <summary>Opens set-up while the access point is open.</summary>
internal sealed class SetupDesk
{
    private readonly HttpDesk _desk;
    private readonly INetworkLink _link;

    public SetupDesk(HttpDesk desk, INetworkLink link)
    {
        _desk = desk;
        _link = link;
    }

    public void Turn(long nowMs)
    {
        if (_link.IsAccessPointOpen)
        {
            _desk.OpenSetup();
        }
        _desk.Turn(nowMs);
    }
}
