using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
    private readonly Dictionary<ParsedFile, List<(SimpleNameSyntax, ISymbol)>> _names = [];

    public SourceSet(IEnumerable<SourceFile> files)
    {
        Files = files.Select(file => new ParsedFile(file)).ToArray();
        _firmware = new Lazy<CSharpCompilation>(CompileFirmware);
    }

    public static SourceSet OfRepository => RepositorySources.Value;

    public ParsedFile[] Files { get; }

    /// <summary>
    /// What every name in a firmware file stands for. Names, unlike IL, keep constants and nameof
    /// in sight. Device's libraries are unknown here, so names of theirs are missing; whether the
    /// code compiles is for the referee to say.
    /// </summary>
    public IReadOnlyList<(SimpleNameSyntax Name, ISymbol Symbol)> NamesIn(ParsedFile file)
    {
        if (!_names.TryGetValue(file, out List<(SimpleNameSyntax, ISymbol)>? names))
        {
            SemanticModel meaning = _firmware.Value.GetSemanticModel(file.Tree);
            names = [];
            foreach (SyntaxNode node in file.Root.DescendantNodes())
            {
                if (node is SimpleNameSyntax name
                    && meaning.GetSymbolInfo(name).Symbol is ISymbol symbol)
                {
                    names.Add((name, symbol));
                }
            }
            _names.Add(file, names);
        }
        return names;
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
