using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source.Words;

internal sealed class Sleeping : FileRule
{
    private static readonly HashSet<string> Waits =
        ["Thread.Sleep", "Thread.SpinWait", "Task.Delay", "SpinWait.SpinUntil"];

    public override string Reason => "STYLE 2.4 rule 2: a loop waits on an event with a time-out "
        + "that NextDueAtMs gave, and a test does not wait at all.";

    public override SourceFile[] Caught =>
    [
        Sample("class C { void F() { System.Threading.Thread.Sleep(1); } }"),
        Sample("class C { async void F() { await Task.Delay(1); } }", "tests/A/B.cs"),
        Sample("class C { void F() { SpinWait.SpinUntil(1); } }", "tools/A/B.cs"),
    ];

    public override SourceFile[] Clean =>
    [
        Sample("class C { string _a = \"Thread.Sleep(1)\"; int F(Task a) => a.Sleep(); }"),
        Sample("class C { void F(AutoResetEvent a) { a.WaitOne(1000, false); } }"),
    ];

    protected override bool Concerns(ParsedFile file)
    {
        return true;
    }

    protected override IEnumerable<Violation> Check(ParsedFile file)
    {
        return file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => Waits.Contains(LastTwoWords(access)))
            .Select(access => At(file, access, LastTwoWords(access)));
    }

    private static string LastTwoWords(MemberAccessExpressionSyntax access)
    {
        string left = access.Expression.ToString();
        return $"{left[(left.LastIndexOf('.') + 1)..]}.{access.Name.Identifier.Text}";
    }
}
