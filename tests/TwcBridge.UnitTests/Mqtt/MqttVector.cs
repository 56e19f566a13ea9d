namespace TwcBridge.UnitTests.Mqtt;

/// <summary>Bytes of a broker and what they mean, in the words of <see cref="MqttVectors"/>.
/// </summary>
public sealed class MqttVector
{
    public readonly string Name;
    public readonly byte[] Bytes;
    public readonly string Meaning;

    public MqttVector(string name, string wire, string meaning)
    {
        Name = name;
        Bytes = Wire.Bytes(wire);
        Meaning = meaning;
    }
}
