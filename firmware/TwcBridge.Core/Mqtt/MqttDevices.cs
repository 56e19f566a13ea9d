using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>What Home Assistant was told of each device, and when it is to be told again. The box
/// is number 0, the connectors are behind it.</summary>
public sealed class MqttDevices
{
    private const int TakenBack = 0;

    /// <summary>None before the first status.</summary>
    public int Count;

    private readonly bool _isTold;
    private readonly BoxFacts _facts;
    private readonly MqttTold _told;
    private readonly int[] _values;

    public MqttDevices(MqttSurfaceOptions options)
    {
        _isTold = options.DiscoveryPrefix != null;
        _facts = options.Facts;
        _values = new int[1 + options.MaxConnectors];
        _told = new MqttTold(_values.Length);
    }

    public int Capacity => _values.Length;

    public void OnStatus(BoxStatus status)
    {
        Count = _isTold ? 1 + status.ConnectorCount : 0;
        _values[0] = MqttFingerprint.OfDevice(status, _facts);
        for (int i = 1; i < Count; i++)
        {
            _values[i] = MqttFingerprint.OfDevice(status.Connector(i - 1));
        }
    }

    /// <summary>What is to be told of a device. What the switch says counts too: one that is turned
    /// in the middle of telling.</summary>
    public int ValueOf(int device, bool announces)
    {
        return announces ? _values[device] : TakenBack;
    }

    public long DueAtMs(int device, bool announces)
    {
        return _told.DueAtMs(device, ValueOf(device, announces), MqttAnnouncer.PauseMs, 0);
    }

    public void OnTold(int device, int value, long nowMs)
    {
        _told.OnTold(device, value, nowMs);
    }

    public void Forget()
    {
        _told.Forget();
    }
}
