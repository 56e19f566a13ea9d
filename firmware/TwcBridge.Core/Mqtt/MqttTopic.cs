namespace TwcBridge.Mqtt;

/// <summary>What is published on and on: first of the box, then of each connector.</summary>
public enum MqttTopic : byte
{
    BoxAvailability,
    BoxState,
    Availability,
    Status,
    Enabled,
    OfferedAmps,
    Power,
    State,
    Energy,
}
