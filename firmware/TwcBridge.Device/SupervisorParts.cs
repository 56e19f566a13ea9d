using TwcBridge.Loops;

namespace TwcBridge.Device;

/// <summary>Whom the supervisor watches and what it works with.</summary>
internal sealed class SupervisorParts
{
    public BusThread Bus;
    public NetworkThread Network;
    public INetworkLink Link;
    public Restarter Restarter;
    public StatusBoard Board;

    /// <summary>Null when no broker is configured.</summary>
    public MqttSide Mqtt;
    public Lamp Lamp;
    public Button Button;
    public ExternalWatchdog Watchdog;
}
