namespace TwcBridge.SystemTests.Rules.Source.Shape;

/// <summary>A method that is nothing but one switch whose cases neither decide nor loop is a table,
/// and may be as long as what it lists.</summary>
internal sealed class MethodLength : FunctionRule
{
    public override string Reason => $"STYLE 2.9: methods up to {Limits.MethodLines} lines.";

    public override SourceFile[] Caught =>
    [
        Sample(MethodOf(Limits.MethodLines + 1)),
        Sample(MethodOf(Limits.MethodLines + 1), "tools/A/B.cs"),
        Sample(MethodOf(Limits.MethodLines + 1).Replace("int F()", "int P { get")
            .Replace("/**/", "}")),
        Sample(MethodOf(Limits.MethodLines + 1, "switch (a) { case 1: if (b) { } break; }")),
        Sample(MethodOf(Limits.MethodLines + 1, "switch (a) { case 1: break; } return 1;")),
    ];

    public override SourceFile[] Clean =>
    [
        Sample(MethodOf(Limits.MethodLines)),
        Sample("class C\n{\n" + new string('\n', 50) + "int F() => 1; }"),
        Sample(MethodOf(Limits.MethodLines + 1), "tests/A/B.cs"),
        Sample(MethodOf(Limits.MethodLines + 1, "switch (a) { case 1: return 1; }")),
        Sample(MethodOf(Limits.MethodLines + 1, "return a switch { _ => 1 };")),
    ];

    protected override int Limit => Limits.MethodLines;

    protected override int Measure(Function function)
    {
        return function.IsTable() ? 0 : function.LineCount();
    }

    private static string MethodOf(int lineCount, string code = "")
    {
        return "class C\n{\n[A]\nint F()\n{\n" + code + new string('\n', lineCount - 3)
            + "}/**/ }";
    }
}
