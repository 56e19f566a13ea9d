using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Hardware;

/// <summary>The nets as KiCad itself sees them, where kicad-cli is on the machine.</summary>
internal static class KicadNetlist
{
    private const string Program = "kicad-cli";
    private const int LongestRunMs = 60_000;

    public static bool IsPossible => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Program)));

    public static string[] Read()
    {
        string folder = Directory.CreateTempSubdirectory("twcbridge-kicad").FullName;
        try
        {
            string file = Path.Combine(folder, "nets.xml");
            Run(folder, "sch", "export", "netlist", "--format", "kicadxml", "--output", file,
                Repository.Absolute(Schematic.RelativePath));
            return XDocument.Load(file).Descendants("net").Select(Line).OfType<string>()
                .Order(StringComparer.Ordinal).ToArray();
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static string? Line(XElement net)
    {
        string name = (string)net.Attribute("name")!;
        IEnumerable<string> pins = net.Elements("node")
            .Select(node => $"{(string)node.Attribute("ref")!}.{(string)node.Attribute("pin")!}");
        return name.StartsWith("unconnected-", StringComparison.Ordinal) ? null
            : NetTracer.Line(name.StartsWith("Net-", StringComparison.Ordinal) ? "-"
                : name.TrimStart('/'), pins);
    }

    private static void Run(string settingsFolder, params string[] arguments)
    {
        ProcessStartInfo start = new(Program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["KICAD_CONFIG_HOME"] = settingsFolder;
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        string errors = process.StandardError.ReadToEnd();
        Assert.IsTrue(process.WaitForExit(LongestRunMs), $"{Program} does not end");
        Assert.AreEqual(0, process.ExitCode, errors);
    }
}
