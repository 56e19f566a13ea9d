using System.Globalization;
using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.Cli.Running;

/// <summary>The state of things in words, the same for every view.</summary>
internal static class StatusWords
{
    private const decimal CentiampsPerAmp = 100m;
    private const decimal MsPerSecond = 1000m;

    public static string Amps(int centiamps)
    {
        return centiamps < 0
            ? "-"
            : (centiamps / CentiampsPerAmp).ToString("0.0#", CultureInfo.InvariantCulture) + " A";
    }

    public static string Seconds(long ms, string format)
    {
        return (ms / MsPerSecond).ToString(format, CultureInfo.InvariantCulture) + " s";
    }

    public static string Id(int peripheralId)
    {
        return peripheralId.ToString("x4", CultureInfo.InvariantCulture);
    }

    public static string Link(ConnectorStatus connector)
    {
        return connector.Linked ? $"linked, protocol {connector.Protocol}" : "no answer";
    }

    /// <summary>Who asks for how much at the whole site. The fail-safe is for each connector.
    /// </summary>
    public static string SiteClaim(BoxStatus box)
    {
        string amps = Amps(box.RequestedCentiamps)
            + (box.Source == ClaimSource.Failsafe ? " each" : "");
        return $"{amps} by {Source(box.Source)}" + Stop(box.Enabled);
    }

    public static string Claim(ConnectorStatus connector)
    {
        return $"{Amps(connector.RequestedCentiamps)} by {Source(connector.Source)}"
            + Stop(connector.Enabled);
    }

    public static string Lease(long leaseLeftMs)
    {
        return leaseLeftMs < 0 ? "" : " for " + Seconds(leaseLeftMs, "0");
    }

    public static string Fault(ConnectorFault fault)
    {
        return fault switch
        {
            ConnectorFault.None => "",
            ConnectorFault.ReportsError => "connector reports an error",
            ConnectorFault.SiteLimitTooSmall => "not served: the site limit is too small",
            ConnectorFault.AcceptsMoreThanOffered => "accepts more than it was offered",
            _ => "draws more than it was offered",
        };
    }

    public static string Role(BoxStatus box)
    {
        return box.Role switch
        {
            BusRole.Listening => "listening for another controller",
            BusRole.Controlling when box.ConnectorCount == 0 => "waiting for connectors",
            BusRole.Controlling => "in control",
            BusRole.StandingDown =>
                $"standing down: {box.RivalId:X4} controls, and only one may",
            _ => "passive: listening only",
        };
    }

    private static string Source(ClaimSource source)
    {
        return source switch
        {
            ClaimSource.Boost => "boost",
            ClaimSource.Command => "command",
            ClaimSource.Default => "default",
            _ => "fail-safe",
        };
    }

    private static string Stop(bool isEnabled)
    {
        return isEnabled ? "" : ", stopped by a user";
    }

    public static string Diagnosis(BoxStatus status)
    {
        string text = DiagnosisWords.TextOf(status.Finding);
        return status.FindingId == 0 ? text : $"{text} ({status.FindingId:x4})";
    }
}
