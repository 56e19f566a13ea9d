using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Rules;

/// <summary>Every exception from every rule. One that no longer covers anything fails a test, so
/// that the list stays as short as it looks.</summary>
internal static class Exemptions
{
    private const string Reflow = "Comments a few columns too long, to be broken in two.";

    public static readonly Exemption[] All =
    [
        new("LineLength", "firmware/TwcBridge.Core/Charging/Command.cs", Reflow),
        new("LineLength", "firmware/TwcBridge.Core/Charging/CommandCode.cs", Reflow),
        new("LineLength", "firmware/TwcBridge.Core/Charging/ConnectorFault.cs", Reflow),
        new("LineLength", "firmware/TwcBridge.Core/Control/BoxStatus.cs", Reflow),
        new("LineLength", "firmware/TwcBridge.Core/Control/ConnectorStatus.cs", Reflow),
    ];

    public static IEnumerable<Violation> Remaining(IEnumerable<Violation> violations)
    {
        return violations.Where(violation => !All.Any(exempt => exempt.Covers(violation)));
    }
}
