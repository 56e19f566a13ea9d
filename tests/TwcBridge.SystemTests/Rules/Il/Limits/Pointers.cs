using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il.Limits;

internal sealed class Pointers : TypeUseRule
{
    public override string Reason => "NANOFRAMEWORK 1: pointers, fixed, stackalloc and function "
        + "pointers fail at run time.";

    public override string[] Caught =>
    [
        "unsafe class C { byte* _at; }",
        "unsafe class C { int F(byte[] a) { fixed (byte* b = a) { return *b; } } }",
        "unsafe class C { int F() { int* a = stackalloc int[3]; return a[1]; } }",
        "unsafe class C { int F(delegate*<int, int> a) => a(1); }",
    ];

    public override string[] Clean =>
    [
        "class C { void F(ref int a, out int b, in int c) { b = a + c; } }",
        "class C { int[] _a = new int[1]; ref int F() => ref _a[0]; }",
    ];

    public override IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        IEnumerable<IlFinding> codes = method.Instructions()
            .Where(at => at.OpCode.Code is Code.Localloc or Code.Calli)
            .Select(at => new IlFinding(at, at.OpCode.Name));
        return codes.Concat(base.OfMethod(method));
    }

    protected override bool Refuses(TypeReference type)
    {
        return type is PointerType or PinnedType or FunctionPointerType;
    }
}
