using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TwcBridge.SystemTests.Rules.Source.Words;

internal sealed class Regions : FileRule
{
    public override string Reason => "STYLE 2.8: no regions. A file that needs folding is two "
        + "files.";

    public override SourceFile[] Caught => [Sample("#region a\nclass C { }\n#endregion")];

    public override SourceFile[] Clean => [Sample("class C { string _a = \"#region\"; }")];

    protected override bool Concerns(ParsedFile file)
    {
        return true;
    }

    protected override IEnumerable<Violation> Check(ParsedFile file)
    {
        return file.Root.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
            .Select(trivia => At(file, trivia.GetStructure()!, "#region"));
    }
}
