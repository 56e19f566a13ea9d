using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>What runs on the device, compiled once for a test run.</summary>
internal static class DeviceBuild
{
    public const string Core = "TwcBridge.Core";
    public const string Http = "TwcBridge.Http";
    public const string Device = "TwcBridge.Device";

    public static readonly string[] Firmware = [Core, Http, Device];

    /// <summary>The unit tests, in assemblies that a device can load.</summary>
    public static readonly string[] Tests = ["Bus", "Charging", "Control", "Network"];

    public static readonly string[] All = [.. Firmware, .. Tests];

    private const string DeviceFolder = "firmware/TwcBridge.Device";
    private const string AssemblyFolder = "firmware/nanoframework/";
    private const string TestFolder = "tests/TwcBridge.DeviceTests/";

    private static readonly Dictionary<string, CompiledAssembly> Assemblies = [];

    /// <summary>What the project file says. Core may use the core library and text encodings,
    /// nothing else (STYLE 2.2); that its project refers to no more is checked elsewhere.</summary>
    public static FirmwareProject Project(string name)
    {
        string folder = name == Device ? DeviceFolder
            : Tests.Contains(name) ? TestFolder + name
            : AssemblyFolder + name;
        return ProjectFile.Read(name, folder);
    }

    public static CompiledAssembly Assembly(string name)
    {
        lock (Assemblies)
        {
            if (!Assemblies.TryGetValue(name, out CompiledAssembly? compiled))
            {
                compiled = Compile(Project(name));
                Assemblies.Add(name, compiled);
            }
            return compiled;
        }
    }

    private static CompiledAssembly Compile(FirmwareProject project)
    {
        IEnumerable<MetadataReference> references =
            project.Libraries.Select(ApiLibrary.Device.Reference)
            .Concat(project.Projects.Select(name => Assembly(name).Reference));
        return DeviceCompiler.Compile(
            project.Name,
            project.Sources.Select(SourceFile.Load),
            references,
            DeviceCompiler.Options(project.IsProgram));
    }
}
