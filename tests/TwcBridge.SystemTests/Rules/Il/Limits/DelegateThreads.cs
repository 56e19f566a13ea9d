using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace TwcBridge.SystemTests.Rules.Il.Limits;

internal sealed class DelegateThreads : IlRule
{
    public override string Reason => "The compiler offers BeginInvoke and EndInvoke on every "
        + "delegate, but no listing has them.";

    public override string[] Caught =>
        ["class C { void F(System.Action a) { a.BeginInvoke(null, null); } }"];

    public override string[] Clean => ["class C { void F(System.Action a) { a.Invoke(); } }"];

    public override IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        return method.Instructions()
            .Where(at => at.Operand is MethodReference { Name: "BeginInvoke" or "EndInvoke" } called
                && called.DeclaringType.Resolve().BaseType?.Name == "MulticastDelegate")
            .Select(at => new IlFinding(at, ((MethodReference)at.Operand).Name));
    }
}
