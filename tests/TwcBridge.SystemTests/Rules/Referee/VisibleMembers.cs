using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>What firmware can name in one assembly of the referee, read back through the compiler
/// as documentation-comment IDs.</summary>
internal static class VisibleMembers
{
    // The compiler puts these on every delegate; IL rule DelegateThreads forbids their use.
    private static readonly HashSet<string> DelegateMembers = ["BeginInvoke", "EndInvoke", ".ctor"];

    public static IEnumerable<string> Of(ApiLibrary library, string name)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Reader",
            references: library.Listings.Keys.Select(library.Reference));
        IAssemblySymbol assembly =
            (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(library.Reference(name))!;
        return Types(assembly.GlobalNamespace).SelectMany(Ids);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        IEnumerable<INamedTypeSymbol> here = container.GetTypeMembers().Where(IsVisible)
            .SelectMany(type => Types(type).Prepend(type));
        IEnumerable<INamedTypeSymbol> below = container is INamespaceSymbol space
            ? space.GetNamespaceMembers().SelectMany(Types) : [];
        return here.Concat(below);
    }

    private static IEnumerable<string> Ids(INamedTypeSymbol type)
    {
        return type.GetMembers().Where(member => IsListed(type, member)).Append(type)
            .Select(symbol => symbol.GetDocumentationCommentId()!);
    }

    private static bool IsListed(INamedTypeSymbol type, ISymbol member)
    {
        return member switch
        {
            INamedTypeSymbol => false,
            IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet
                or MethodKind.EventAdd or MethodKind.EventRemove } => false,
            IMethodSymbol { IsImplicitlyDeclared: true, Parameters.IsEmpty: true } => false,
            IMethodSymbol when type.TypeKind == TypeKind.Delegate
                && DelegateMembers.Contains(member.Name) => false,
            _ => IsVisible(member),
        };
    }

    private static bool IsVisible(ISymbol symbol)
    {
        return symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected
            or Accessibility.ProtectedOrInternal;
    }
}
