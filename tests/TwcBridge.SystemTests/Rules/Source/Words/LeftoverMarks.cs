using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace TwcBridge.SystemTests.Rules.Source.Words;

internal sealed class LeftoverMarks : FileRule
{
    private static readonly Regex Mark = new(@"\b(TODO|FIXME|XXX|HACK)\b");

    public override string Reason => "STYLE 2.8: what is not done is in the README's list of what "
        + "is not supported.";

    public override SourceFile[] Caught =>
    [
        Sample("class C { } // TODO: later"),
        Sample("/* FIXME */ class C { }", "tests/A/B.cs"),
        Sample("/// <summary>TODO</summary>\nclass C { }"),
    ];

    public override SourceFile[] Clean =>
    [
        Sample("class C { string _a = \"TODO\"; } // All that is left todo, in lower case."),
    ];

    protected override bool Concerns(ParsedFile file)
    {
        return true;
    }

    protected override IEnumerable<Violation> Check(ParsedFile file)
    {
        return file.Root.DescendantTrivia()
            .Where(trivia => Mark.IsMatch(trivia.ToFullString()))
            .Select(trivia => AtLine(file,
                trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
                Mark.Match(trivia.ToFullString()).Value));
    }
}
