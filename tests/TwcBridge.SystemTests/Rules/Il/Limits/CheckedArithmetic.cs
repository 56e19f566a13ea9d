using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace TwcBridge.SystemTests.Rules.Il.Limits;

internal sealed class CheckedArithmetic : IlRule
{
    public override string Reason => "NANOFRAMEWORK 1: checked arithmetic does not throw; the "
        + "wrapped value comes back. An array's length or index of type long is checked too.";

    public override string[] Caught =>
    [
        "class C { int F(int a) => checked(a + 1); }",
        "class C { byte F(int a) { checked { return (byte)a; } } }",
        "class C { byte[] F(long a) => new byte[a]; }",
    ];

    public override string[] Clean => ["class C { byte F(int a) => unchecked((byte)(a * 3)); }"];

    public override IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        return method.Instructions().Where(at => at.OpCode.Name.Contains(".ovf"))
            .Select(at => new IlFinding(at, at.OpCode.Name));
    }
}
