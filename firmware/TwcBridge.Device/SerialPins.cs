using nanoFramework.Hardware.Esp32;

namespace TwcBridge.Device;

/// <summary>Gives a UART its pins. COM2 and COM3 have none until they are told, and must be told
/// before they are opened.</summary>
internal static class SerialPins
{
    public static void Assign(Board board)
    {
        bool isSecond = board.SerialPort == "COM2";
        Configuration.SetPinFunction(board.TransmitPin,
            isSecond ? DeviceFunction.COM2_TX : DeviceFunction.COM3_TX);
        Configuration.SetPinFunction(board.ReceivePin,
            isSecond ? DeviceFunction.COM2_RX : DeviceFunction.COM3_RX);
        if (board.Direction == LineDirection.Rts && board.DirectionPin != Board.NoPin)
        {
            Configuration.SetPinFunction(board.DirectionPin,
                isSecond ? DeviceFunction.COM2_RTS : DeviceFunction.COM3_RTS);
        }
    }
}
