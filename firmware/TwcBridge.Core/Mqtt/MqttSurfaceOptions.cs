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

    /// <summary>Most connectors that a status will have.</summary>
    public int MaxConnectors = BoxStatus.MaxConnectors;

    /// <summary>Tickets run from here and start again after <see cref="TicketCount"/>, so that
    /// several surfaces share one number space.</summary>
    public int FirstTicket;

    /// <summary>MqttCommands.Capacity or more.</summary>
    public int TicketCount;

    /// <summary>Where Home Assistant looks for devices; ASCII, up to SettingsTable.MaxPrefixLength
    /// bytes. Null: it is never told anything.</summary>
    public byte[] DiscoveryPrefix;

    /// <summary>Whether it is told of our devices. Else what it was told before is taken back.
    /// </summary>
    public bool Announces;

    /// <summary>Whose topics are served, too: of CompatTopics.</summary>
    public int Compat;

    /// <summary>Of random waits. Any number that differs between boxes and starts.</summary>
    public uint Seed;
}
