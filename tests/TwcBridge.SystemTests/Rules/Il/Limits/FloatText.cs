using System.Linq;
using Mono.Cecil;

namespace TwcBridge.SystemTests.Rules.Il.Limits;

internal sealed class FloatText : TextRule
{
    public override string Reason => "NANOFRAMEWORK 1: the text of a double has up to 17 digits "
        + "and differs from .NET. Format integers instead.";

    public override string[] Caught =>
    [
        "class C { string F(double a) => a.ToString(); }",
        "class C { string F(float a) => a.ToString(\"N2\"); }",
        "class C { string F(double a) => \"a\" + a; }",
        "class C { string F(double a) => $\"{a} {1}\"; }",
        "class C { string F(double a) => string.Concat(1, a); }",
        "class C { void F(System.Text.StringBuilder a, float b) { a.Append(b); } }",
    ];

    public override string[] Clean =>
    [
        "class C { string F(double a) => ((int)(a * 10)).ToString(); }",
        "class C { string F(double a, object b) => \"a\" + b.Equals(a); }",
    ];

    protected override bool Refuses(TypeReference type)
    {
        return type.MetadataType is MetadataType.Single or MetadataType.Double;
    }
}
