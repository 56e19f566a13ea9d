using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source.Words;

/// <summary>The names that a file gives to things, as opposed to those that it uses.</summary>
internal static class Declarations
{
    public static IEnumerable<SyntaxToken> In(SyntaxNode root)
    {
        return root.DescendantNodes().Select(Identifier)
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken));
    }

    /// <summary>True for a type of any kind.</summary>
    public static bool IsType(SyntaxToken name)
    {
        return name.Parent is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;
    }

    /// <summary>True for a method whose name we chose: not an override, and none that the compiler
    /// asks for by name.</summary>
    public static bool IsMethodOfOurs(SyntaxToken name)
    {
        return name.Parent is LocalFunctionStatementSyntax
            || (name.Parent is MethodDeclarationSyntax method
                && !method.Modifiers.Any(SyntaxKind.OverrideKeyword)
                && method.ExplicitInterfaceSpecifier == null
                && name.Text is not ("GetEnumerator" or "GetAwaiter"));
    }

    /// <summary>True inside a declaration of a function of the operating system, whose names and
    /// parameters are not our choice.</summary>
    public static bool IsForeign(SyntaxNode? node)
    {
        MethodDeclarationSyntax? method =
            node?.AncestorsAndSelf().OfType<MethodDeclarationSyntax>().FirstOrDefault();
        return method != null && method.AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => attribute.Name.ToString() is "LibraryImport" or "DllImport");
    }

    private static SyntaxToken Identifier(SyntaxNode node)
    {
        return node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier,
            DelegateDeclarationSyntax type => type.Identifier,
            EnumMemberDeclarationSyntax member => member.Identifier,
            MethodDeclarationSyntax method => method.Identifier,
            LocalFunctionStatementSyntax method => method.Identifier,
            PropertyDeclarationSyntax property => property.Identifier,
            EventDeclarationSyntax declared => declared.Identifier,
            ParameterSyntax parameter => parameter.Identifier,
            VariableDeclaratorSyntax variable => variable.Identifier,
            SingleVariableDesignationSyntax variable => variable.Identifier,
            ForEachStatementSyntax loop => loop.Identifier,
            _ => default,
        };
    }
}
