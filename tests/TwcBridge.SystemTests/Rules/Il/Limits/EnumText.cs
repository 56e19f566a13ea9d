using System.Linq;
using Mono.Cecil;

namespace TwcBridge.SystemTests.Rules.Il.Limits;

internal sealed class EnumText : TextRule
{
    public override string Reason => "NANOFRAMEWORK 1: the text of an enum is its number, not its "
        + "name.";

    public override string[] Caught =>
    [
        "class C { string F(System.DayOfWeek a) => a.ToString(); }",
        "class C { string F(System.DayOfWeek a) => \"day \" + a; }",
        "class C { string F(System.DayOfWeek a) => $\"day {a} of {1}\"; }",
        "class C { string F(System.DayOfWeek a) => string.Format(\"{0}{1}\", 1, a); }",
        "class C { string F(System.DayOfWeek a) => ((object)a).ToString(); }",
        "class C { enum E { A } string F(E a, bool b) => string.Concat(b ? a : null, 1); }",
        "class C { enum E { A } void F(System.Text.StringBuilder a) { a.Append(E.A); } }",
    ];

    public override string[] Clean =>
    [
        "class C { string F(System.DayOfWeek a) => ((int)a).ToString(); }",
        "class C { bool F(System.DayOfWeek a) => a.HasFlag(System.DayOfWeek.Friday); }",
        "class C { string F(object a, System.DayOfWeek b) => \"a\" + a.Equals(b); }",
        "class C { string F(int a) => $\"{a} {'c'} {\"text\"}\"; }",
    ];

    protected override bool Refuses(TypeReference type)
    {
        return !type.IsArray && !type.IsPrimitive && type.Resolve() is { IsEnum: true };
    }
}
