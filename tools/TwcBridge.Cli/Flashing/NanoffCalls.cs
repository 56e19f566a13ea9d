using System;

namespace TwcBridge.Cli.Flashing;

/// <summary>
/// Every command line that nanoff is given, and why it is as it is. A test keeps them in a table,
/// tests/TwcBridge.SystemTests/Flashing/nanoff-calls.txt.
/// </summary>
internal static class NanoffCalls
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    /// <summary>Its first line also tells which version it is.</summary>
    public static NanoffCall Ports()
    {
        return Call("ports", Short, "--listports");
    }

    // The chip is told from verbosity n on. The chip is reset afterwards: the board starts anew.
    public static NanoffCall Chip(string port)
    {
        return Call("chip", Short,
            "--platform", "esp32", "--serialport", port, "--devicedetails", "-v", "n");
    }

    // Never together with --deploy, which would go to a wrong address. Progress is left out (m),
    // because the output is no console. --masserase acts only here.
    public static NanoffCall Clr(string port, string target, string? version)
    {
        string[] pinned = version == null ? [] : ["--fwversion", version];
        return Call("clr", Long,
        [
            "--target", target, "--serialport", port, "--update", "--masserase", .. pinned,
            "-v", "m",
        ]);
    }

    // --nanodevice goes with neither --platform nor --target.
    public static NanoffCall Details(string port)
    {
        return Call("details", Short,
            "--nanodevice", "--serialport", port, "--devicedetails", "-v", "m");
    }

    // Over the wire protocol: the board itself says where the application starts. Below verbosity n
    // a deployment that failed ends with 0.
    public static NanoffCall Deploy(string port, string image)
    {
        return Call("deploy", Long,
            "--nanodevice", "--serialport", port, "--deploy", "--image", image, "-v", "n");
    }

    // The port stands in the file: beside --filedeployment it would make nanoff reset the chip.
    public static NanoffCall Files(string list)
    {
        return Call("files", Short, "--filedeployment", list, "-v", "n");
    }

    // With --devicedetails it ends behind the backup instead of complaining of nothing to do.
    public static NanoffCall Backup(string port, string folder, string file)
    {
        return Call("backup", Long,
            "--platform", "esp32", "--serialport", port, "--backuppath", folder,
            "--backupfile", file, "--devicedetails", "-v", "m");
    }

    private static NanoffCall Call(string purpose, TimeSpan patience, params string[] arguments)
    {
        // It would ask GitHub for a newer version each time.
        return new NanoffCall(purpose, patience, [.. arguments, "--suppressnanoffversioncheck"]);
    }
}
