namespace TwcBridge.Loops;

/// <summary>A connection to the broker. Neither call waits; both throw SocketException when the
/// network is at fault.</summary>
public interface IBrokerLine
{
    /// <returns>Bytes read, 0 when there are none yet, or BrokerLine.Ended.</returns>
    public int Read(byte[] buffer);

    /// <returns>Bytes taken, from the start of the buffer; 0 when there is no room yet.</returns>
    public int Write(byte[] buffer, int length);

    public void Close();
}
