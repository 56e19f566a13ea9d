namespace TwcBridge.Mqtt;

/// <summary>
/// What the reader made of the bytes so far. From <see cref="BadType"/> on the stream has lost its
/// packet borders: nothing that follows can be trusted and the connection must end.
/// </summary>
public enum MqttReadStatus : byte
{
    /// <summary>More bytes are needed.</summary>
    Pending,

    /// <summary>One whole packet is in the views.</summary>
    Packet,

    /// <summary>A packet that no broker sends to us: unknown, of a client, or of QoS 2.</summary>
    BadType,

    /// <summary>Flags in the first byte that the packet type does not allow.</summary>
    BadFlags,

    /// <summary>A length of five bytes, or one that the packet type cannot have.</summary>
    BadLength,

    /// <summary>A topic that is empty, not UTF-8, or holds a wildcard or U+0000.</summary>
    BadTopic,

    /// <summary>Packet id 0, or a reserved value in a field.</summary>
    BadField,
}
