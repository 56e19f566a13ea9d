using System;
using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.NanoffStandIn;

/// <summary>nanoff's options as far as an ESP32 needs them, from Options.cs of nanoff 2.5, and the
/// combinations that it refuses or gets wrong.</summary>
internal static class CommandLine
{
    private static readonly Dictionary<string, bool> TakesValue = new()
    {
        ["--serialport"] = true,
        ["--baud"] = true,
        ["--flashmode"] = true,
        ["--flashfreq"] = true,
        ["--partitiontablesize"] = true,
        ["--checkpsram"] = false,
        ["--nanodevice"] = false,
        ["--clrfile"] = true,
        ["--target"] = true,
        ["--platform"] = true,
        ["-v"] = true,
        ["--verbosity"] = true,
        ["--backuppath"] = true,
        ["--backupfile"] = true,
        ["--fwversion"] = true,
        ["--update"] = false,
        ["--deploy"] = false,
        ["--preview"] = false,
        ["--image"] = true,
        ["--masserase"] = false,
        ["--address"] = true,
        ["--reset"] = false,
        ["--nofitcheck"] = false,
        ["--listtargets"] = false,
        ["--listports"] = false,
        ["--clearcache"] = false,
        ["--listdevices"] = false,
        ["--devicedetails"] = false,
        ["--filedeployment"] = true,
        ["--networkdeployment"] = true,
        ["--suppressnanoffversioncheck"] = false,
    };

    public static string PurposeOf(string[] args)
    {
        return args.Contains("--listports") ? "ports"
            : args.Contains("--filedeployment") ? "files"
            : args.Contains("--backupfile") ? "backup"
            : args.Contains("--update") ? "clr"
            : args.Contains("--deploy") ? "deploy"
            : args.Contains("--nanodevice") ? "details"
            : "chip";
    }

    public static string ValueOf(string[] args, string option)
    {
        int index = Array.IndexOf(args, option);
        return index >= 0 && index + 1 < args.Length ? args[index + 1] : "";
    }

    /// <summary>Why nanoff would refuse the line, or why it must never be used; null when neither.
    /// </summary>
    public static string? FaultOf(string[] args)
    {
        for (int i = 0; i < args.Length; i++)
        {
            if (!TakesValue.TryGetValue(args[i], out bool takesValue))
            {
                return $"Option '{args[i]}' is unknown";
            }
            i += takesValue ? 1 : 0;
        }
        bool isNano = args.Contains("--nanodevice");
        return isNano && (args.Contains("--platform") || args.Contains("--target"))
                ? "Incompatible options combined with --nanodevice."
            : args.Contains("--update") && args.Contains("--deploy")
                ? "never together: the address would be ignored"
            : args.Contains("--masserase") && !args.Contains("--update")
                ? "--masserase acts only with --update"
            : args.Contains("--filedeployment") && args.Contains("--serialport")
                ? "the port would make it an operation on the chip"
            : args.Contains("--deploy") && ValueOf(args, "-v") != "n"
                ? "a failed deployment would end with 0"
            : null;
    }
}
