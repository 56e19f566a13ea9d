using System;
using System.Device.Gpio;
using System.IO.Ports;
using TwcBridge.Bus;
using TwcBridge.Loops;

namespace TwcBridge.Device;

/// <summary>
/// The UART as the bus loop's line. Our own frames may come back as an echo; Core knows and drops
/// them. When the driver fails, the port is opened anew every second, for as long as it takes.
/// Used by the bus thread alone.
/// </summary>
internal sealed class SerialLink : ISerialLink
{
    private const int BaudRate = 9600;
    private const int ReopenMs = 1000;

    // What the driver holds for us. It drops all of it when it runs over: 256 bytes are 266 ms.
    private const int DriverBufferLength = 256;

    // Beyond this the driver keeps a raw pointer into the managed heap, which may move.
    private const int LongestWrite = 128;

    /// <summary>Times that the driver failed.</summary>
    public int FaultCount;

    private readonly Board _board;
    private readonly GpioPin _sendPin;
    private SerialPort _port;
    private bool _isDown = true;
    private long _reopenAtMs;
    private long _releaseAtMs = Timing.Never;

    public SerialLink(Board board, GpioController pins)
    {
        _board = board;
        if (board.Direction == LineDirection.Gpio)
        {
            _sendPin = pins.OpenPin(board.DirectionPin, PinMode.Output);
            _sendPin.Write(PinValue.Low);
        }
    }

    public int Read(byte[] buffer)
    {
        try
        {
            ReleaseLine();
            if (_isDown && !TryOpen())
            {
                return 0;
            }
            int waiting = _port.BytesToRead;    // A Read that finds too little waits, and throws.
            return waiting == 0 ? 0
                : _port.Read(buffer, 0, waiting < buffer.Length ? waiting : buffer.Length);
        }
        catch (Exception)   // The driver throws whatever its native side returned.
        {
            OnFault();
            return 0;
        }
    }

    public bool TryWrite(byte[] buffer, int length)
    {
        if (length > LongestWrite || _isDown)
        {
            return false;
        }
        try
        {
            SeizeLine(length);
            _port.Write(buffer, 0, length);
            return true;
        }
        catch (Exception)   // As above.
        {
            OnFault();
            return false;
        }
    }

    private bool TryOpen()
    {
        if (Environment.TickCount64 < _reopenAtMs)
        {
            return false;
        }
        _reopenAtMs = Environment.TickCount64 + ReopenMs;
        SerialPort broken = _port;
        _port = null;
        if (broken != null)
        {
            broken.Dispose();
        }
        Open();
        _isDown = false;
        return true;
    }

    private void Open()
    {
        SerialPins.Assign(_board);
        SerialMode mode = _board.Direction == LineDirection.Rts
            ? SerialMode.RS485
            : SerialMode.Normal;
        _port = new SerialPort(_board.SerialPort, BaudRate);
        _port.ReadBufferSize = DriverBufferLength;
        _port.WriteBufferSize = DriverBufferLength;
        _port.Mode = mode;
        _port.Open();
        _port.Mode = mode;  // Open undoes part of it.
    }

    // The port is closed at the next attempt and not here: what throws inside a catch block can
    // corrupt the frame around it.
    private void OnFault()
    {
        FaultCount++;
        _isDown = true;
    }

    private void SeizeLine(int length)
    {
        if (_sendPin != null)
        {
            _sendPin.Write(PinValue.High);
            _releaseAtMs = Environment.TickCount64 + Timing.WireMs(length);
        }
    }

    // At the first turn after the last bit: 5 ms late, or 20 when another thread has its quantum.
    // Why a UART that does it itself is better.
    private void ReleaseLine()
    {
        if (Environment.TickCount64 >= _releaseAtMs)
        {
            _releaseAtMs = Timing.Never;
            _sendPin.Write(PinValue.Low);
        }
    }
}
