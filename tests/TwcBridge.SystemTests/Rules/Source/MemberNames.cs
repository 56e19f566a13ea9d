using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source;

/// <summary>Names members as IL does: Namespace.Type::Member.</summary>
internal static class MemberNames
{
    public static string Of(SyntaxNode node)
    {
        string[] containers = node.AncestorsAndSelf().Select(ContainerName)
            .Where(name => name.Length > 0).Reverse().ToArray();
        string member = node.AncestorsAndSelf().Select(MemberName)
            .FirstOrDefault(name => name.Length > 0) ?? "";
        string container = string.Join('.', containers);
        return member.Length == 0 ? container : $"{container}::{member}";
    }

    private static string ContainerName(SyntaxNode node)
    {
        return node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax type => type.Identifier.Text,
            _ => "",
        };
    }

    private static string MemberName(SyntaxNode node)
    {
        return node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax => ".ctor",
            PropertyDeclarationSyntax property => property.Identifier.Text,
            OperatorDeclarationSyntax method => method.OperatorToken.Text,
            _ => "",
        };
    }
}
