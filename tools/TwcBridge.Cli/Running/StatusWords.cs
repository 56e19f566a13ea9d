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

    public static string Id(ConnectorStatus connector)
    {
        return connector.Id.ToString("x4", CultureInfo.InvariantCulture);
    }

    public static string Link(ConnectorStatus connector)
    {
        return connector.Linked ? $"linked, protocol {connector.Protocol}" : "no answer";
    }

    public static string Claim(ClaimSource source, int centiamps, long leaseLeftMs)
    {
        string lease = leaseLeftMs < 0
            ? ""
            : $" for {decimal.Ceiling(leaseLeftMs / MsPerSecond):0} s";
        string who = source switch
        {
            ClaimSource.Command => "command",
            ClaimSource.Default => "default",
            _ => "fail-safe",
        };
        return $"{Amps(centiamps)} by {who}{lease}";
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

    public static string Role(BoxStatus status)
    {
        return status.Role switch
        {
            BusRole.Listening => "listening",
            BusRole.Controlling => "controlling",
            BusRole.StandingDown => $"standing down: {status.RivalId:X4} controls",
            _ => "passive",
        };
    }

    public static string Diagnosis(BoxStatus status)
    {
        string text = DiagnosisWords.TextOf(status.Finding);
        return status.FindingId == 0 ? text : $"{text} ({status.FindingId:x4})";
    }
}
