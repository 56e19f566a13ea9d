using System.Device.Gpio;

namespace TwcBridge.Device;

/// <summary>The LED, where there is one.</summary>
internal sealed class Lamp
{
    private readonly GpioPin _pin;
    private readonly bool _isActiveLow;

    public Lamp(Board board, GpioController pins)
    {
        _isActiveLow = board.IsLedActiveLow;
        if (board.LedPin != Board.NoPin)
        {
            _pin = pins.OpenPin(board.LedPin, PinMode.Output);
        }
    }

    public void Show(bool isLit)
    {
        if (_pin != null)
        {
            _pin.Write(isLit != _isActiveLow);
        }
    }
}
