namespace TwcBridge.Mqtt;

/// <summary>The packets of MQTT 3.1.1, numbered as in the upper half of their first byte.</summary>
public enum MqttPacketType : byte
{
    None = 0,
    Connect = 1,
    Connack = 2,
    Publish = 3,
    Puback = 4,
    Subscribe = 8,
    Suback = 9,
    Unsubscribe = 10,
    Unsuback = 11,
    Pingreq = 12,
    Pingresp = 13,
    Disconnect = 14,
}
