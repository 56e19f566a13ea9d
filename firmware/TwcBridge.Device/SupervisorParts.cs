using System.Device.Gpio;
using TwcBridge.Loops;

namespace TwcBridge.Device;

/// <summary>Whom the supervisor watches and what it works with.</summary>
internal sealed class SupervisorParts
{
    public BusThread Bus;
    public NetworkThread Network;
    public INetworkLink Link;
    public Restarter Restarter;
    public StatusBoard Status;

    /// <summary>Null when no broker is configured.</summary>
    public MqttSide Mqtt;
    public Lamp Lamp;
    public Button Button;
    public ExternalWatchdog Watchdog;

    /// <summary>Takes the board's lamp, button and watchdog into use.</summary>
    public void Take(Board board, GpioController pins)
    {
        Lamp = new Lamp(board, pins);
        Button = new Button(board, pins);
        Watchdog = new ExternalWatchdog(board, pins);
    }
}
