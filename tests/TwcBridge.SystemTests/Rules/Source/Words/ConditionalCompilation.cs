using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TwcBridge.SystemTests.Rules.Source.Words;

internal sealed class ConditionalCompilation : FileRule
{
    public override string Reason => "STYLE 2: the same sources run on the ESP32, in the tests and "
        + "in the virtual device.";

    public override SourceFile[] Caught =>
    [
        Sample("#if DEBUG\nclass C { }\n#endif"),
        Sample("#if !NANO\n#else\nclass C { }\n#endif", "firmware/TwcBridge.Device/A.cs"),
    ];

    public override SourceFile[] Clean =>
    [
        Sample("#if DEBUG\nclass C { }\n#endif", "tools/A/B.cs"),
        Sample("#pragma warning disable CS0169\nclass C { string _a = \"#if\"; }"),
    ];

    protected override bool Concerns(ParsedFile file)
    {
        return file.IsFirmware;
    }

    protected override IEnumerable<Violation> Check(ParsedFile file)
    {
        return file.Root.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia))
            .Select(trivia => At(file, trivia.GetStructure()!, "#if"));
    }
}
