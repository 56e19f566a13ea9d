using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source.Shape;

/// <summary>Counts statements within statements: if, switch, loops, try, using, lock. An else-if
/// is as deep as its if.</summary>
internal sealed class Nesting : FunctionRule
{
    public override string Reason => $"STYLE 2.9: nesting up to {Limits.Nesting}.";

    public override SourceFile[] Caught =>
    [
        Method("if (a > 0) { while (b > 0) { switch (a) { case 1: if (b == 1) { } break; } } }"),
        Method("foreach (int i in c) for (;;) if (a == 1) lock (c) { }"),
        Method("for (;;) { try { } finally { if (a == 1) { do { } while (b == 1); } } }"),
    ];

    public override SourceFile[] Clean =>
    [
        Method("for (;;) { if (a > 0) { while (b > 0) { } } }"),
        Method("if (a == 1) { } else if (a == 2) { } else if (a == 3) { } else if (a == 4) { }"),
        Method("for (;;) { if (a == 1) { if (b == 1) { a++; } } } { { { { a++; } } } }"),
    ];

    protected override int Limit => Limits.Nesting;

    protected override int Measure(Function function)
    {
        return function.OwnNodes().Where(Nests)
            .Select(node => node.AncestorsAndSelf().TakeWhile(above => above != function.Node)
                .Count(Nests))
            .DefaultIfEmpty().Max();
    }

    private static bool Nests(SyntaxNode node)
    {
        return node switch
        {
            IfStatementSyntax => node.Parent is not ElseClauseSyntax,
            SwitchStatementSyntax or TryStatementSyntax or UsingStatementSyntax
                or LockStatementSyntax or FixedStatementSyntax => true,
            _ => ControlFlow.IsLoop(node),
        };
    }
}
