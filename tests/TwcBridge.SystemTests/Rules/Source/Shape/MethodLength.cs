namespace TwcBridge.SystemTests.Rules.Source.Shape;

internal sealed class MethodLength : FunctionRule
{
    public override string Reason => $"STYLE 2.9: methods up to {Limits.MethodLines} lines.";

    public override SourceFile[] Caught =>
    [
        Sample(MethodOf(Limits.MethodLines + 1)),
        Sample(MethodOf(Limits.MethodLines + 1), "tools/A/B.cs"),
        Sample(MethodOf(Limits.MethodLines + 1).Replace("int F()", "int P { get")
            .Replace("/**/", "}")),
    ];

    public override SourceFile[] Clean =>
    [
        Sample(MethodOf(Limits.MethodLines)),
        Sample("class C\n{\n" + new string('\n', 50) + "int F() => 1; }"),
        Sample(MethodOf(Limits.MethodLines + 1), "tests/A/B.cs"),
    ];

    protected override int Limit => Limits.MethodLines;

    protected override int Measure(Function function)
    {
        return function.LineCount();
    }

    private static string MethodOf(int lineCount)
    {
        return "class C\n{\n[A]\nint F()\n{\n" + new string('\n', lineCount - 3) + "}/**/ }";
    }
}
