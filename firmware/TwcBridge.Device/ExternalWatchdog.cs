using System.Device.Gpio;

namespace TwcBridge.Device;

/// <summary>Keeps a watchdog outside the chip (TPL5010 and the like) content, where there is one.
/// It wants to see edges.</summary>
internal sealed class ExternalWatchdog
{
    private readonly GpioPin _pin;

    public ExternalWatchdog(Board board, GpioController pins)
    {
        if (board.WatchdogPin != Board.NoPin)
        {
            _pin = pins.OpenPin(board.WatchdogPin, PinMode.Output);
        }
    }

    public void Feed()
    {
        if (_pin != null)
        {
            _pin.Toggle();
        }
    }
}
