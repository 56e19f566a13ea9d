using System.Collections.Generic;
using Mono.Cecil;

namespace TwcBridge.SystemTests.Rules.Il.Limits;

internal sealed class DefaultInterfaceMethods : IlRule
{
    public override string Reason => "NANOFRAMEWORK 1: members with a body in an interface fail at "
        + "run time.";

    public override string[] Caught =>
    [
        "interface I { int F() => 1; }",
        "interface I { static int F() => 1; }",
        "interface I { int P => 1; }",
    ];

    public override string[] Clean =>
    [
        "interface I { const int A = 1; int F(); int P { get; } event System.Action E; }",
    ];

    public override IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        return method.DeclaringType.IsInterface && method.HasBody
            ? [new IlFinding(null, $"{method.Name} has a body")] : [];
    }
}
