using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>
/// Where Home Assistant was told of our devices before the owner chose another prefix. The broker
/// itself tells: it has kept what we said of the box. The box goes last, so that whoever is
/// interrupted finds the place again.
/// </summary>
public sealed class MqttOldPlace
{
    /// <summary>No device.</summary>
    public const int None = -1;

    /// <summary>The prefix of that place, or null while there is none.</summary>
    public byte[] Prefix;

    private readonly byte[] _prefix;
    private readonly string _boxId;
    private readonly ByteWriter _boxTopic;
    private readonly bool[] _isCleared;

    /// <param name="prefix">Of today; null when Home Assistant is never told anything.</param>
    /// <param name="topic">Filled while a message is heard only.</param>
    public MqttOldPlace(byte[] prefix, string boxId, int deviceCapacity, ByteWriter topic)
    {
        _prefix = prefix;
        _boxId = boxId;
        _boxTopic = topic;
        _isCleared = new bool[deviceCapacity];
    }

    /// <summary>True for a message on what Home Assistant was told of the box.</summary>
    public bool TryHear(MqttMessage message)
    {
        _boxTopic.Clear();
        Discovery.WriteBoxTopic(_boxTopic, _boxId);
        int length = message.TopicLength - _boxTopic.Length;
        if (_prefix == null || length <= 0 || !IsOfBox(message, length))
        {
            return false;
        }
        if (IsKept(message) && !IsToday(message, length))
        {
            Enter(message, length);
        }
        return true;
    }

    /// <summary>The device to be taken back there next, as the announcer counts them, or None.
    /// </summary>
    public int Next(int deviceCount)
    {
        if (Prefix == null || deviceCount <= 1)
        {
            return None;
        }
        for (int i = 1; i <= deviceCount; i++)
        {
            int device = i % deviceCount;
            if (!_isCleared[device])
            {
                return device;
            }
        }
        return None;
    }

    public void OnCleared(int device)
    {
        _isCleared[device] = true;
    }

    private void Enter(MqttMessage message, int prefixLength)
    {
        Prefix = new byte[prefixLength];
        System.Array.Copy(message.Buffer, message.TopicOffset, Prefix, 0, prefixLength);
        for (int i = 0; i < _isCleared.Length; i++)
        {
            _isCleared[i] = false;
        }
    }

    private static bool IsKept(MqttMessage message)
    {
        return message.Retain && (message.Oversized || message.PayloadLength > 0);
    }

    private bool IsOfBox(MqttMessage message, int prefixLength)
    {
        return MqttText.Same(
            message.Buffer, message.TopicOffset + prefixLength, _boxTopic.Buffer, _boxTopic.Length);
    }

    private bool IsToday(MqttMessage message, int prefixLength)
    {
        return prefixLength == _prefix.Length
            && MqttText.Same(message.Buffer, message.TopicOffset, _prefix, prefixLength);
    }
}
