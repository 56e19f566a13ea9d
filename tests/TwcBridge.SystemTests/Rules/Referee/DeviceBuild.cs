using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>What runs on the device, compiled once for a test run. A project whose folder is not
/// there is an empty assembly.</summary>
internal static class DeviceBuild
{
    public const string Core = "TwcBridge.Core";
    public const string Loops = "TwcBridge.Loops";
    public const string Device = "TwcBridge.Device";
    public const string UnitTests = "TwcBridge.UnitTests";

    public static readonly string[] Firmware = [Core, Loops, Device];
    public static readonly string[] All = [.. Firmware, UnitTests];

    private const string CoreLibrary = "mscorlib";
    private const string TextLibrary = "nanoFramework.System.Text";
    private const string TestLibrary = "nanoFramework.TestFramework";

    private static readonly Dictionary<string, CompiledAssembly> Assemblies = [];

    /// <summary>Core may use the core library and nothing else (STYLE 2.2). What is around it may
    /// use all that is listed.</summary>
    public static FirmwareProject Project(string name)
    {
        FirmwareProject project = name switch
        {
            Core => New("firmware", Core, [CoreLibrary], []),
            Loops => New("firmware", Loops, EveryLibrary(), [Core]),
            Device => New("firmware", Device, EveryLibrary(), [Core, Loops]),
            UnitTests => New("tests", UnitTests, [CoreLibrary, TextLibrary, TestLibrary], [Core])
                with { GlobalUsings = [TestLibrary] },
            _ => throw new ArgumentException($"{name} is not a firmware project.", nameof(name)),
        };
        return project.OrProjectFile();
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

    private static FirmwareProject New(
        string parent, string name, string[] libraries, string[] projects)
    {
        string folder = $"{parent}/{name}";
        return new FirmwareProject(name, folder)
        {
            Sources = Repository.SourceFiles(folder),
            Libraries = libraries,
            Projects = projects,
        };
    }

    private static string[] EveryLibrary()
    {
        return ApiLibrary.Device.Listings.Keys.Where(name => name != TestLibrary).ToArray();
    }

    private static CompiledAssembly Compile(FirmwareProject project)
    {
        IEnumerable<MetadataReference> references =
            project.Libraries.Select(ApiLibrary.Device.Reference)
            .Concat(project.Projects.Select(name => Assembly(name).Reference));
        IEnumerable<SourceFile> globalUsings = project.GlobalUsings.Select(space =>
            new SourceFile("GlobalUsings.cs", $"global using {space};"));
        return DeviceCompiler.Compile(
            project.Name,
            project.Sources.Select(SourceFile.Load).Concat(globalUsings),
            references,
            DeviceCompiler.Options(project.IsProgram));
    }
}
