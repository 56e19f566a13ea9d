using TwcBridge.Charging;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>A command and its answer in a line for people.</summary>
internal static class CommandText
{
    public static string Describe(Command command)
    {
        string whom = command.PeripheralId == Command.WholeSite
            ? "the site"
            : command.PeripheralId.ToString("X4");
        return command.Kind switch
        {
            CommandKind.SetAmps => $"#{command.Ticket} set {whom} to {command.Centiamps} "
                + $"centiamps for {Life(command.TtlMs)}"
                + (command.ClampToCeiling ? ", cut where too much" : ""),
            CommandKind.ReleaseAmps => $"#{command.Ticket} release {whom}",
            CommandKind.SetBoost => $"#{command.Ticket} boost to {command.Centiamps} centiamps "
                + $"for {Life(command.TtlMs)}",
            CommandKind.EndBoost => $"#{command.Ticket} end the boost",
            CommandKind.SetMode => $"#{command.Ticket} mode {command.Mode}",
            CommandKind.SetPriority => $"#{command.Ticket} priority of {whom}: {command.Priority}",
            _ => $"#{command.Ticket} {(command.Enabled ? "enable" : "disable")} {whom}",
        };
    }

    public static string Describe(CommandResult result)
    {
        return $"#{result.Ticket} {result.Code}, {result.AppliedCentiamps} centiamps in force, "
            + $"range {result.MinCentiamps}..{result.MaxCentiamps}";
    }

    private static string Life(int ttlMs)
    {
        return ttlMs switch
        {
            Command.NoExpiry => "good",
            Command.DefaultTtl => "the usual time",
            _ => $"{ttlMs} ms",
        };
    }
}
