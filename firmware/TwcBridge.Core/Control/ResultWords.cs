using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>For people: what has been done, and what is not so simple about it.</summary>
public static class ResultWords
{
    /// <summary>The claim in force is of interest to whoever asked for this.</summary>
    public static bool IsAboutAmps(CommandKind kind)
    {
        return kind is CommandKind.SetAmps or CommandKind.ReleaseAmps or CommandKind.SetBoost
            or CommandKind.EndBoost;
    }

    /// <summary>What stands before the claim in force, or alone.</summary>
    public static string Done(Command command)
    {
        return command.Kind switch
        {
            CommandKind.SetAmps or CommandKind.SetBoost => "",
            CommandKind.ReleaseAmps => "The claim is given back. ",
            CommandKind.EndBoost => "There is no boost any more. ",
            CommandKind.SetEnabled when command.Enabled => "Charging is allowed.",
            CommandKind.SetEnabled => "Charging is not allowed.",
            CommandKind.SetMode => Done(command.Mode),
            CommandKind.SetPriority => "The priority is set.",
            CommandKind.TakeOver => "We listen for 2 s and then take over.",
            CommandKind.Restart => "The box restarts.",
            CommandKind.Rediscover => "Everything is published again.",
            _ => "The LED flashes for 10 s.",
        };
    }

    public static string Of(CommandEffect effect)
    {
        return effect switch
        {
            CommandEffect.KeepsMinimum => " On protocol 2 the offer stays at 6.0 A.",
            CommandEffect.OpensContactor =>
                " The contactor opens, and a Tesla must then be plugged in again.",
            CommandEffect.EndsHeartbeats => " Heartbeats end, so that the contactor opens.",
            CommandEffect.AsksVehicle => " The car is asked to stop; until then it is 6.0 A.",
            CommandEffect.StaysOff => " But the whole site is off.",
            CommandEffect.StaysBoosted => " It is that of a boost, which comes first.",
            _ => "",
        };
    }

    private static string Done(SiteMode mode)
    {
        return mode switch
        {
            SiteMode.Auto => "All claims count.",
            SiteMode.Manual => "Only boost, command and default count.",
            _ => "Nothing is to be offered.",
        };
    }
}
