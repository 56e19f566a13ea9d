using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>
/// One message on its way out. The publisher keeps one and fills it again and again; the session
/// copies it before it returns.
/// </summary>
public sealed class MqttPublication
{
    public readonly ByteWriter Topic;
    public readonly ByteWriter Payload;

    /// <summary>0 or 1.</summary>
    public int Qos;

    public bool Retain;

    public MqttPublication(ByteWriter topic, ByteWriter payload)
    {
        Topic = topic;
        Payload = payload;
    }

    /// <summary>False when a buffer was too small for what was written into it.</summary>
    public bool IsWhole => !Topic.Overflowed && !Payload.Overflowed;
}
