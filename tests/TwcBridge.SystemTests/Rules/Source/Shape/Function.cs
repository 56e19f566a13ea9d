using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source.Shape;

/// <summary>
/// What the limits count: a method, constructor, operator, accessor, local function, property with
/// an expression body, or the statements of a program without a Main.
/// </summary>
internal sealed record Function(SyntaxNode Node)
{
    public static IEnumerable<Function> In(ParsedFile file)
    {
        return file.Root.DescendantNodesAndSelf().Where(IsFunction)
            .Select(node => new Function(node));
    }

    /// <summary>Everything in it except other functions, which count for themselves. Lambdas stay
    /// with the function that holds them.</summary>
    public IEnumerable<SyntaxNode> OwnNodes()
    {
        return Node.DescendantNodes(descend => descend == Node || !IsApart(descend))
            .Where(node => !IsApart(node));
    }

    /// <summary>From the first word of the declaration, attributes and comments left out, to the
    /// closing brace.</summary>
    public int LineCount()
    {
        SyntaxNodeOrToken first = Node.ChildNodesAndTokens()
            .First(child => child.AsNode() is not (AttributeListSyntax or UsingDirectiveSyntax));
        SyntaxTree tree = Node.SyntaxTree;
        return tree.GetLineSpan(Node.Span).EndLinePosition.Line
            - tree.GetLineSpan(first.Span).StartLinePosition.Line + 1;
    }

    /// <summary>True when all of it is one switch that only tells cases apart.</summary>
    public bool IsTable()
    {
        BlockSyntax? body = Node.ChildNodes().OfType<BlockSyntax>().FirstOrDefault();
        SyntaxNode? all = body == null
            ? Node.ChildNodes().OfType<ArrowExpressionClauseSyntax>().FirstOrDefault()?.Expression
            : body.Statements.Count == 1 ? body.Statements[0] : null;
        return all switch
        {
            SwitchStatementSyntax dispatch => ControlFlow.IsDispatch(dispatch),
            ReturnStatementSyntax { Expression: SwitchExpressionSyntax } => true,
            _ => all is SwitchExpressionSyntax,
        };
    }

    private static bool IsFunction(SyntaxNode node)
    {
        return node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
            or AccessorDeclarationSyntax or PropertyDeclarationSyntax { ExpressionBody: not null }
            || (node is CompilationUnitSyntax unit && unit.Members.Any(SyntaxKind.GlobalStatement));
    }

    private static bool IsApart(SyntaxNode node)
    {
        return node is BaseTypeDeclarationSyntax || IsFunction(node);
    }
}
