using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il.Limits;

internal sealed class Generics : TypeUseRule
{
    public override string Reason => "NANOFRAMEWORK 1: generics of our own and Action<T>, Func<T> "
        + "crash or hang at run time.";

    public override string[] Caught =>
    [
        "class Box<T> { T _value; }",
        "class C { T F<T>(T a) => a; }",
        "delegate void D<T>(T a);",
        "interface I<T> { }",
        "class C { System.Action<int> _action; }",
        "class C { void F() { System.Func<int> f = () => 1; f(); } }",
        "class C { object F() => new System.EventHandler<object>((a, b) => { }); }",
    ];

    public override string[] Clean =>
    [
        "class C { delegate int D(int a); int F(int a) { D d = b => b + a; return d(1); } }",
        "class C { System.Action F() => () => { }; int[][] _jagged; }",
    ];

    public override IEnumerable<string> OfType(TypeDefinition type)
    {
        return type.HasGenericParameters
            ? base.OfType(type).Prepend("generic type") : base.OfType(type);
    }

    public override IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        IEnumerable<IlFinding> calls = method.Instructions()
            .Where(at => at.Operand is GenericInstanceMethod)
            .Select(at => new IlFinding(at, "call of a generic method"));
        IEnumerable<IlFinding> own = !method.HasGenericParameters
            ? [] : [new IlFinding(null, "generic method")];
        return own.Concat(calls).Concat(base.OfMethod(method));
    }

    protected override bool Refuses(TypeReference type)
    {
        return type.IsGenericInstance || type.HasGenericParameters;
    }
}
