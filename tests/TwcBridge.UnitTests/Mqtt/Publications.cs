using TwcBridge.Control;
using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

public static class Publications
{
    public static MqttPublication Of(string topic, string payload, int qos)
    {
        MqttPublication publication = new MqttPublication(
            new ByteWriter(topic.Length), new ByteWriter(payload.Length));
        publication.Topic.Ascii(topic);
        publication.Payload.Ascii(payload);
        publication.Qos = qos;
        return publication;
    }

    public static MqttPublication Sized(int payloadLength, int qos)
    {
        MqttPublication publication = new MqttPublication(
            new ByteWriter(1), new ByteWriter(payloadLength));
        publication.Topic.Ascii("t");
        publication.Qos = qos;
        for (int i = 0; i < payloadLength; i++)
        {
            publication.Payload.Byte('x');
        }
        return publication;
    }
}
