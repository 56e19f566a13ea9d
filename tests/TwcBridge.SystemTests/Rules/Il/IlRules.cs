using TwcBridge.SystemTests.Rules.Il.Design;
using TwcBridge.SystemTests.Rules.Il.Limits;

namespace TwcBridge.SystemTests.Rules.Il;

internal static class IlRules
{
    public static readonly IlRule[] All =
    [
        new Generics(),
        new RectangularArrays(),
        new Pointers(),
        new CheckedArithmetic(),
        new DefaultInterfaceMethods(),
        new DelegateThreads(),
        new EnumText(),
        new FloatText(),
        new NumberFormats(),
        new FieldOwner(),
        new StaticInitialisers(),
        new FloatingPoint(),
        new NestedExceptions(),
    ];
}
