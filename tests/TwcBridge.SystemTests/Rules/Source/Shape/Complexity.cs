using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source.Shape;

/// <summary>
/// McCabe's number: one, and one more for each if, loop, catch, when, ?:, ??, &amp;&amp; and ||. A
/// switch expression counts as one, and so does a switch statement whose cases neither decide nor
/// loop: a reader takes in both as a table. Any other switch counts one for each case.
/// </summary>
internal sealed class Complexity : FunctionRule
{
    public override string Reason => $"STYLE 2.9: complexity up to {Limits.Complexity}.";

    public override SourceFile[] Caught =>
    [
        Method(string.Concat(Enumerable.Repeat("if (a == 1) { b++; } ", Limits.Complexity))),
        Method("if (a == 1 && b == 2 || a == 2 && b == 3 || a == 3 && b == 4 || a == 4 && b == 5) "
            + "{ a++; }"),
        Method("switch (a) { case 1: if (b == 1) { a++; } break; case 2: case 3: break; case 4: "
            + "break; case 5: break; case 6: break; case 7: break; default: break; }"
            + "if (a == 1) { }"),
        Method("while (a > 0) { } do { } while (b == 1); for (;;) { } foreach (int i in c) { } "
            + "try { } catch { } a = b == 1 ? 1 : 2; b = b == 1 ? 1 : 2; c = c ?? new int[1];"),
        Method("a = b switch { 1 when a == 1 => 1, 2 when a == 1 => 2, 3 when a == 1 => 3, "
            + "4 when a == 1 => 1, 5 when a == 1 => 2, 6 when a == 1 => 3, 7 when a == 1 => 4 };"),
    ];

    public override SourceFile[] Clean =>
    [
        Method(string.Concat(Enumerable.Repeat("if (a == 1) { b++; } ", Limits.Complexity - 1))),
        Method("switch (a) { case 1: return 1; case 2: return 2; case 3: b++; break; case 4: "
            + "return 4; case 5: return 5; case 6: return 6; case 7: return 7; default: break; }"
            + "if (a == 1 && b == 2 || a == 2) { }"),
        Method("a = b switch { 1 => 1, 2 => 2, 3 => 3, 4 => 4, 5 => 5, 6 => 6, 7 => 7, _ => 8 };"),
        Method("int G(int d) { " + string.Concat(Enumerable.Repeat("if (d == 1) { a++; } ", 4))
            + "return d; } " + string.Concat(Enumerable.Repeat("if (a == 1) { b++; } ", 4))),
    ];

    protected override int Limit => Limits.Complexity;

    protected override int Measure(Function function)
    {
        return 1 + function.OwnNodes().Sum(Decisions);
    }

    private static int Decisions(SyntaxNode node)
    {
        return node switch
        {
            IfStatementSyntax or CatchClauseSyntax or CatchFilterClauseSyntax or WhenClauseSyntax
                or ConditionalExpressionSyntax or SwitchExpressionSyntax => 1,
            SwitchStatementSyntax dispatch when ControlFlow.IsDispatch(dispatch) => 1,
            CaseSwitchLabelSyntax or CasePatternSwitchLabelSyntax => IsCounted(node) ? 1 : 0,
            _ => ControlFlow.IsLoop(node) || IsLogical(node.Kind()) ? 1 : 0,
        };
    }

    private static bool IsCounted(SyntaxNode label)
    {
        return !ControlFlow.IsDispatch((SwitchStatementSyntax)label.Parent!.Parent!);
    }

    private static bool IsLogical(SyntaxKind kind)
    {
        return kind is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression
            or SyntaxKind.CoalesceExpression or SyntaxKind.CoalesceAssignmentExpression;
    }
}
