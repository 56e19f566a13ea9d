using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace TwcBridge.Cli.Flashing;

/// <summary>What nanoff tells of a board that runs nanoFramework.</summary>
/// <param name="Applications">Names of the assemblies that were deployed to it.</param>
internal sealed partial record BoardDetails(
    string Target,
    Version ClrVersion,
    IReadOnlyList<NativeAssembly> NativeAssemblies,
    IReadOnlyList<string> Applications)
{
    /// <summary>Null when the text does not say what runs there.</summary>
    public static BoardDetails? In(string output)
    {
        Match target = TargetLine().Match(output);
        Match version = VersionLine().Match(output);
        if (!target.Success || !System.Version.TryParse(version.Groups[1].Value, out Version? clr))
        {
            return null;
        }
        return new BoardDetails(
            target.Groups[1].Value,
            clr,
            NativeLine().Matches(output).Select(line => new NativeAssembly(
                line.Groups["name"].Value,
                line.Groups["version"].Value,
                uint.Parse(line.Groups["checksum"].Value, NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture))).ToArray(),
            ApplicationLine().Matches(output).Select(line => line.Groups[1].Value).ToArray());
    }

    [GeneratedRegex(@"^\s+Target:\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex TargetLine();

    [GeneratedRegex(@"^\s+CLR Version:\s+([\d.]+)", RegexOptions.Multiline)]
    private static partial Regex VersionLine();

    [GeneratedRegex(@"^\s+(?<name>\S+) v(?<version>[\d.]+), checksum 0x(?<checksum>[0-9A-Fa-f]+)",
        RegexOptions.Multiline)]
    private static partial Regex NativeLine();

    //   TwcBridge.Core, 0.1.0.0
    [GeneratedRegex(@"^\s+([\w.]+), \d+\.\d+\.\d+\.\d+\s*$", RegexOptions.Multiline)]
    private static partial Regex ApplicationLine();
}
