namespace TwcBridge.Loops;

/// <summary>
/// The line as the bus loop sees it: the UART of the board, a serial port or pseudo terminal of a
/// PC, or the simulator. Neither call waits or throws.
/// </summary>
public interface ISerialLink
{
    /// <summary>Takes what has arrived, at most a buffer full.</summary>
    /// <returns>Bytes taken; 0 when there are none.</returns>
    public int Read(byte[] buffer);

    /// <summary>Hands a whole frame to the line; returns before its last bit has left.</summary>
    /// <returns>False when there is no line now: nothing was sent.</returns>
    public bool TryWrite(byte[] buffer, int length);
}
