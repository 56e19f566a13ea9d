using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace TwcBridge.Cli.Flashing;

/// <summary>How a run of nanoff ended.</summary>
/// <param name="ExitStatus">As the system tells it: on Linux and macOS only the lowest eight bits
/// of nanoff's code are left.</param>
internal sealed partial record NanoffResult(NanoffCall Call, int ExitStatus, string Output)
{
    private const int StatusMask = 0xFF;

    // File deployment, and in some versions deployment, end with 0 although they failed.
    private static readonly string[] SilentFailures =
        ["Error deploying", "Exception deploying", "FAILED!"];

    public bool IsGood => ExitStatus == 0 && SilentFailure == null;

    /// <summary>nanoff's own words of a failure that its exit status hides, or null.</summary>
    public string? SilentFailure => Output.Split('\n')
        .FirstOrDefault(line => SilentFailures.Any(line.Contains))?.Trim();

    /// <summary>nanoff's code such as 4003; 0 when it is not known.</summary>
    public int Code
    {
        get
        {
            Match told = ToldCode().Match(Output);
            return told.Success
                ? int.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture)
                : NanoffFailure.CodeFor(ExitStatus, StatusMask);
        }
    }

    // "Error E4003: ..." or, with less to say, "E4003".
    [GeneratedRegex(@"^\s*(?:Error )?E(\d{4})\b", RegexOptions.Multiline)]
    private static partial Regex ToldCode();
}
