using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source.Architecture;

/// <summary>What every name in a file stands for. Looking at names and not at IL keeps constants
/// and nameof in sight, which leave no trace in a compiled assembly.</summary>
internal static class NamedSymbols
{
    public static IEnumerable<(SimpleNameSyntax Name, ISymbol Symbol)> In(
        SourceSet sources, ParsedFile file)
    {
        SemanticModel meaning = sources.Meaning(file);
        return file.Root.DescendantNodes().OfType<SimpleNameSyntax>()
            .Select(name => (name, meaning.GetSymbolInfo(name).Symbol))
            .Where(found => found.Symbol != null)
            .Select(found => (found.name, found.Symbol!));
    }

    /// <summary>The type that a symbol is or belongs to; null for a namespace or a local.</summary>
    public static INamedTypeSymbol? TypeOf(ISymbol symbol)
    {
        return symbol switch
        {
            INamedTypeSymbol type => type,
            ILocalSymbol or IParameterSymbol => null,
            _ => symbol.ContainingType,
        };
    }

    /// <summary>The full name of the namespace that a symbol is or lies in.</summary>
    public static string NamespaceOf(ISymbol symbol)
    {
        INamespaceSymbol? space = symbol as INamespaceSymbol ?? symbol.ContainingNamespace;
        return space == null || space.IsGlobalNamespace ? "" : space.ToDisplayString();
    }
}
