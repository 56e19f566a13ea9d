using TwcBridge.Control;

namespace TwcBridge.Cli.Running;

/// <summary>What a view shows. The status belongs to the runner and changes with the next one.
/// </summary>
/// <param name="Broker">In words; empty without a broker.</param>
/// <param name="LineFault">What is wrong with the serial port; empty when nothing is.</param>
internal sealed record RunState(long AtMs, BoxStatus Box, string Broker, string LineFault);
