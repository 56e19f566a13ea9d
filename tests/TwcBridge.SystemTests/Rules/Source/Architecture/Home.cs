using Microsoft.CodeAnalysis;

namespace TwcBridge.SystemTests.Rules.Source.Architecture;

/// <summary>Where a symbol belongs.</summary>
internal static class Home
{
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
