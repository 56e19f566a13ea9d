using TwcBridge.SystemTests.Rules.Source.Architecture;
using TwcBridge.SystemTests.Rules.Source.Shape;
using TwcBridge.SystemTests.Rules.Source.Words;

namespace TwcBridge.SystemTests.Rules.Source;

internal static class SourceRules
{
    public static readonly SourceRule[] All =
    [
        new FileLength(),
        new LineLength(),
        new MethodLength(),
        new Nesting(),
        new ParameterCount(),
        new Complexity(),
        new ConditionalCompilation(),
        new Regions(),
        new LeftoverMarks(),
        new Sleeping(),
        new BannedWords(),
        new OnePublicType(),
        new CorePurity(),
        new NamespaceArrows(),
        new OneTransmitPath(),
    ];
}
