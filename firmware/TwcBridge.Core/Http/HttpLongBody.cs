using TwcBridge.Config;

namespace TwcBridge.Http;

/// <summary>The one place for a long body, lent to one connection at a time. Who comes meanwhile
/// is told to come again; who is slow loses it by the time-out of its request.</summary>
internal sealed class HttpLongBody
{
    /// <summary>Longer settings could not be saved.</summary>
    public const int Capacity = SlotRecord.MaxPayloadLength;

    public readonly byte[] Bytes;

    private int _holder = HttpServer.None;

    public HttpLongBody(byte[] bytes)
    {
        Bytes = bytes ?? new byte[Capacity];
    }

    /// <summary>False while somebody else has it.</summary>
    public bool TryLend(int connection)
    {
        if (_holder == HttpServer.None)
        {
            _holder = connection;
        }
        return _holder == connection;
    }

    /// <summary>The connection has read it, or never will.</summary>
    public void Return(int connection)
    {
        if (_holder == connection)
        {
            _holder = HttpServer.None;
        }
    }
}
