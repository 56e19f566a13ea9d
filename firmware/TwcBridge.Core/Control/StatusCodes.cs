using TwcBridge.Bus;
using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>The short words of states for programs. They are part of the interface: never reword.
/// </summary>
public static class StatusCodes
{
    /// <summary>Null for no fault.</summary>
    public static string Of(ConnectorFault fault)
    {
        return fault switch
        {
            ConnectorFault.ReportsError => "reports_error",
            ConnectorFault.SiteLimitTooSmall => "site_limit_too_small",
            ConnectorFault.AcceptsMoreThanOffered => "accepts_more_than_offered",
            ConnectorFault.DrawsMoreThanOffered => "draws_more_than_offered",
            _ => null,
        };
    }

    public static string Of(ClaimSource source)
    {
        return source switch
        {
            ClaimSource.Default => "default",
            ClaimSource.Command => "command",
            ClaimSource.Boost => "boost",
            _ => "failsafe",
        };
    }

    /// <summary>As the settings spell it.</summary>
    public static string Of(StopMode mode)
    {
        return mode switch
        {
            StopMode.Contactor => "contactor",
            StopMode.Silence => "silence",
            StopMode.Vehicle => "vehicle",
            _ => "minimum",
        };
    }

    public static string Of(BusRole role)
    {
        return role switch
        {
            BusRole.Controlling => "controlling",
            BusRole.StandingDown => "standing_down",
            BusRole.Passive => "passive",
            _ => "listening",
        };
    }

    public static string Of(BoxEventKind kind)
    {
        return kind switch
        {
            BoxEventKind.ConnectorLinked => "connector_linked",
            BoxEventKind.ConnectorLost => "connector_lost",
            BoxEventKind.FaultBegan => "fault_began",
            BoxEventKind.FaultEnded => "fault_ended",
            BoxEventKind.FailsafeBegan => "failsafe_began",
            BoxEventKind.FailsafeEnded => "failsafe_ended",
            BoxEventKind.RivalSeen => "rival_seen",
            BoxEventKind.RivalGone => "rival_gone",
            BoxEventKind.TakeOver => "takeover",
            BoxEventKind.Finding => "finding",
            _ => "command_refused",
        };
    }
}
