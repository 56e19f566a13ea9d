using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TwcBridge.SystemTests.Rules.Source.Words;

namespace TwcBridge.SystemTests.Rules.Source.Shape;

/// <summary>Positional records are left out: their parameters are their fields.</summary>
internal sealed class ParameterCount : FileRule
{
    public override string Reason => $"STYLE 2.9: parameters up to {Limits.Parameters}, and fewer "
        + "where it reads well.";

    public override SourceFile[] Caught =>
    [
        Sample("class C { void F(int a, int b, int c, int d, int e, int f) { } }"),
        Sample("class C { C(int a, int b, int c, int d, int e, int f) { } }"),
        Sample("class C(int a, int b, int c, int d, int e, int f);"),
        Sample("delegate void D(int a, int b, int c, int d, int e, int f);"),
    ];

    public override SourceFile[] Clean =>
    [
        Sample("class C { void F(int a, int b, int c, int d, int e) { } }"),
        Sample("record R(int A, int B, int C, int D, int E, int F);", "tools/A/B.cs"),
        Sample("class C { [DllImport(\"c\")] "
            + "static extern void F(int a, int b, int c, int d, int e, int f); }"),
    ];

    protected override bool Concerns(ParsedFile file)
    {
        return !file.IsTest;
    }

    protected override IEnumerable<Violation> Check(ParsedFile file)
    {
        return file.Root.DescendantNodes().OfType<ParameterListSyntax>()
            .Where(list => list.Parameters.Count > Limits.Parameters)
            .Where(list => list.Parent is not RecordDeclarationSyntax
                && !Declarations.IsForeign(list.Parent))
            .Select(list => At(file, list.Parent!,
                $"{list.Parameters.Count} > {Limits.Parameters}"));
    }
}
