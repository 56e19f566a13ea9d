using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Against;

/// <summary>What a controller may send (PROTOCOL 6 rule 1), contactor orders included.</summary>
internal static class ControllerRules
{
    public static bool IsAllowed(WireFrame frame)
    {
        int opcode = frame.Opcode;
        return opcode == Opcodes.Heartbeat
            ? IsAllowedCommand(frame.Command)
            : Opcodes.IsInfoQuery(opcode) || Opcodes.IsOldQuery(opcode)
                || opcode is Opcodes.ControllerLinkReadyFirst or Opcodes.ControllerLinkReadySecond
                    or Opcodes.AskPlugState or Opcodes.CloseContactor or Opcodes.OpenContactor;
    }

    /// <summary>Whether a heartbeat carries a limit.</summary>
    public static bool HasLimit(WireFrame heartbeat)
    {
        return heartbeat.Command is HeartbeatCommand.InitialLimit or HeartbeatCommand.StartLimit
            or HeartbeatCommand.SessionLimit;
    }

    private static bool IsAllowedCommand(int command)
    {
        return command is HeartbeatCommand.NoChange or HeartbeatCommand.InitialLimit
            or HeartbeatCommand.Raise or HeartbeatCommand.Lower
            or HeartbeatCommand.StartLimit or HeartbeatCommand.SessionLimit;
    }
}
