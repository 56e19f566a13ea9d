using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TwcBridge.SystemTests.Rules.Source;

/// <summary>The files that the rules look at together.</summary>
internal sealed class SourceSet
{
    private static readonly string[] Folders = ["firmware", "tools", "tests"];

    private static readonly Lazy<SourceSet> RepositorySources = new(() => new SourceSet(
        Folders.SelectMany(Repository.SourceFiles).Select(SourceFile.Load)));

    private static readonly MetadataReference[] Desktop =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System."))
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToArray();

    private readonly Lazy<CSharpCompilation> _firmware;

    public SourceSet(IEnumerable<SourceFile> files)
    {
        Files = files.Select(file => new ParsedFile(file)).ToArray();
        _firmware = new Lazy<CSharpCompilation>(CompileFirmware);
    }

    public static SourceSet OfRepository => RepositorySources.Value;

    public ParsedFile[] Files { get; }

    /// <summary>What the names in a firmware file mean. Made to look symbols up, not to judge
    /// them: Device's libraries are unknown to it, and the referee is elsewhere.</summary>
    public SemanticModel Meaning(ParsedFile file)
    {
        return _firmware.Value.GetSemanticModel(file.Tree);
    }

    private CSharpCompilation CompileFirmware()
    {
        return CSharpCompilation.Create(
            "Firmware",
            Files.Where(file => file.IsFirmware).Select(file => file.Tree),
            Desktop,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }
}
