using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>Where a surface publishes, what it tells of its host, and how it numbers commands.
/// </summary>
public sealed class MqttSurfaceOptions
{
    /// <summary>ASCII, without a slash at its end, up to MqttComposer.MaxBaseLength bytes.
    /// </summary>
    public byte[] BaseTopic;

    /// <summary>Read whenever a state is written. The loop keeps it up to date.</summary>
    public BoxFacts Facts;

    /// <summary>Tickets run from here and start again after <see cref="TicketCount"/>, so that
    /// several surfaces share one number space.</summary>
    public int FirstTicket;

    /// <summary>MqttCommands.Capacity or more.</summary>
    public int TicketCount;
}
