using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source.Shape;

internal static class ControlFlow
{
    public static bool IsLoop(SyntaxNode node)
    {
        return node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax
            or DoStatementSyntax;
    }

    /// <summary>A switch that only tells cases apart: no case decides or loops by itself.
    /// </summary>
    public static bool IsDispatch(SwitchStatementSyntax node)
    {
        return !node.Sections.SelectMany(section => section.Statements)
            .SelectMany(statement => statement.DescendantNodesAndSelf())
            .Any(inner => IsLoop(inner) || inner is IfStatementSyntax or SwitchStatementSyntax);
    }
}
