using TwcBridge.Messages;

namespace TwcBridge.Benchmarks.Live;

/// <summary>A frame that went by.</summary>
/// <param name="AtUs">Handed to the line, or completely heard.</param>
/// <param name="IsSent">By the bridge.</param>
/// <param name="Message">None for what made no sense.</param>
/// <param name="PeripheralId">Of the connector that it is for, or from.</param>
/// <param name="LimitCentiamps">Of a heartbeat that carries a limit; else 0.</param>
internal readonly record struct LineFrame(
    long AtUs, bool IsSent, MessageKind Message, int PeripheralId, int LimitCentiamps)
{
    public bool IsHeartbeat => IsSent && Message == MessageKind.Heartbeat;
}
