using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>One command between its arrival and its acknowledgement.</summary>
public sealed class MqttPendingCommand
{
    public enum Step : byte
    {
        /// <summary>No command here.</summary>
        Free,

        /// <summary>To be handed to the bus side.</summary>
        Arrived,

        /// <summary>The bus side has it.</summary>
        Posted,

        /// <summary>To be acknowledged.</summary>
        Answered,
    }

    public readonly ParsedCommand Asked = new ParsedCommand();
    public readonly CommandResult Result = new CommandResult();

    public Step At;

    /// <summary>Grows with each command.</summary>
    public int Order;

    /// <summary>When the bus side must have answered.</summary>
    public long DueAtMs;
}
