namespace TwcBridge.Mqtt;

/// <summary>
/// The packet ids of the last messages of one connection. A message that comes again because our
/// PUBACK was slow must not undo a newer command that came in between.
/// </summary>
public sealed class MqttRecentIds
{
    private const int Capacity = 16;

    private readonly int[] _ids = new int[Capacity];
    private int _next;

    public void Clear()
    {
        for (int i = 0; i < Capacity; i++)
        {
            _ids[i] = 0;
        }
    }

    /// <summary>Remembers an id, 1..65535, in the place of the oldest.</summary>
    public void Add(int packetId)
    {
        _ids[_next] = packetId;
        _next = (_next + 1) % Capacity;
    }

    public bool Contains(int packetId)
    {
        for (int i = 0; i < Capacity; i++)
        {
            if (_ids[i] == packetId)
            {
                return true;
            }
        }
        return false;
    }
}
