using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>
/// The set of packages that belong together, and the assembly that each brings (NANOFRAMEWORK 5).
/// One that is newer by itself can ask for a native assembly that the image does not have: the set
/// changes as a whole or not at all.
/// </summary>
internal static class NanoPackages
{
    private const string Prefix = "nanoFramework.";

    private static readonly (string Id, string Version, string Assembly)[] Set =
    [
        ("CoreLibrary", "1.17.11", "mscorlib"),
        ("Runtime.Events", "1.11.37", "nanoFramework.Runtime.Events"),
        ("Runtime.Native", "1.7.11", "nanoFramework.Runtime.Native"),
        ("System.Collections", "1.5.75", "nanoFramework.System.Collections"),
        ("System.Text", "1.3.42", "nanoFramework.System.Text"),
        ("System.Threading", "1.1.52", "System.Threading"),
        ("System.IO.Streams", "1.1.96", "System.IO.Streams"),
        ("System.IO.FileSystem", "1.1.93", "System.IO.FileSystem"),
        ("System.IO.Ports", "1.1.139", "System.IO.Ports"),
        ("System.Device.Gpio", "1.1.62", "System.Device.Gpio"),
        ("System.Net", "1.11.60", "System.Net"),
        ("System.Device.Wifi", "1.5.149", "System.Device.Wifi"),
        ("Networking.Sntp", "1.6.42", "nanoFramework.Networking.Sntp"),
        ("Hardware.Esp32", "1.6.40", "nanoFramework.Hardware.Esp32"),
        ("System.Security.Cryptography", "1.0.43", "nanoFramework.System.Security.Cryptography"),
        ("Iot.Device.DhcpServer", "1.2.987", "Iot.Device.DhcpServer"),
        ("Iot.Device.MulticastDns", "1.0.311", "Iot.Device.MulticastDns"),
        ("TestFramework", "3.0.80", Prefix + "TestFramework"),
    ];

    /// <summary>The version of the set, or null for a package that is not in it.</summary>
    public static string? Version(string id)
    {
        return Set.Where(row => Prefix + row.Id == id).Select(row => row.Version)
            .SingleOrDefault();
    }

    /// <summary>The package that brings an assembly, or null.</summary>
    public static string? Package(string assembly)
    {
        return Set.Where(row => row.Assembly == assembly).Select(row => Prefix + row.Id)
            .SingleOrDefault();
    }

    /// <summary>Where NuGet puts the assembly, below the packages folder.</summary>
    public static string File(string assembly)
    {
        string id = Package(assembly)!;
        return $"{id}.{Version(id)}/lib/{assembly}.dll";
    }
}
