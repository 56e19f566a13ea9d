using System.Device.Gpio;

namespace TwcBridge.Device;

/// <summary>The button, where there is one. Pressed is low.</summary>
internal sealed class Button
{
    private readonly GpioPin _pin;

    public Button(Board board, GpioController pins)
    {
        if (board.ButtonPin != Board.NoPin)
        {
            _pin = pins.OpenPin(board.ButtonPin,
                board.HasButtonPullUp ? PinMode.Input : PinMode.InputPullUp);
        }
    }

    public bool IsPressed()
    {
        return _pin != null && _pin.Read() == PinValue.Low;
    }
}
