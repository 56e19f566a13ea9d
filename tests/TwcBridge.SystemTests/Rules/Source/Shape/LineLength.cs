using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Rules.Source.Shape;

internal sealed class LineLength : FileRule
{
    public override string Reason => $"STYLE 2.9: lines up to {Limits.Columns} columns.";

    public override SourceFile[] Caught =>
    [
        Sample("class C { }" + new string(' ', Limits.Columns)),
        Sample("// " + new string('x', Limits.Columns - 2), "tests/A/B.cs"),
    ];

    public override SourceFile[] Clean =>
    [
        Sample("// " + new string('x', Limits.Columns - 3) + "\r\nclass C { }"),
    ];

    protected override bool Concerns(ParsedFile file)
    {
        return true;
    }

    protected override IEnumerable<Violation> Check(ParsedFile file)
    {
        return file.Lines.Index().Where(line => line.Item.Length > Limits.Columns)
            .Select(line => AtLine(file, line.Index + 1,
                $"{line.Item.Length} > {Limits.Columns}"));
    }
}
