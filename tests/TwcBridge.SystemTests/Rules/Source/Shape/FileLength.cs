using System.Collections.Generic;

namespace TwcBridge.SystemTests.Rules.Source.Shape;

internal sealed class FileLength : FileRule
{
    public override string Reason => $"STYLE 2.9: files up to {Limits.FileLines} lines.";

    public override SourceFile[] Caught =>
    [
        Sample(new string('\n', Limits.FileLines) + "class C { }"),
        Sample(new string('\n', Limits.TestFileLines) + "class C { }", "tests/A/B.cs"),
    ];

    public override SourceFile[] Clean =>
    [
        Sample(new string('\n', Limits.FileLines - 1) + "class C { }\n"),
        Sample(new string('\n', Limits.FileLines) + "class C { }", "firmware/A/PageParts.cs"),
    ];

    protected override bool Concerns(ParsedFile file)
    {
        return true;
    }

    protected override IEnumerable<Violation> Check(ParsedFile file)
    {
        int most = file.IsTest
            ? Limits.TestFileLines
            : Limits.FileLines;
        return file.Lines.Length <= most ? []
            : [AtLine(file, file.Lines.Length, $"{file.Lines.Length} > {most}")];
    }
}
