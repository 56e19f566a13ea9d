using System;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il.BusPath;

/// <summary>STYLE 2.5: the path from a received byte to a sent frame allocates nothing.</summary>
internal static class BusPathRules
{
    public static readonly BusPathRule[] All =
    [
        new("NewObject", "Objects are made in constructors. Structs are on the heap as well "
            + "(NANOFRAMEWORK 2).",
            at => at.OpCode.Code == Code.Newobj,
            "object Root() => Make(); object Make() => new C();",
            "object _one = new C(); object Root() => _one;"),
        new("NewArray", "Buffers are made in constructors, at fixed sizes.",
            at => at.OpCode.Code == Code.Newarr,
            "int Root() => Sum(1, 2); int Sum(params int[] a) => a.Length;",
            "int[] _all = new int[2]; int Root() => _all.Length;"),
        new("Boxing", "A boxed number is a heap object of 24 bytes.",
            at => at.OpCode.Code == Code.Box,
            "bool Root() => Same(1); bool Same(object a) => a == this;",
            "bool Root() => Same(1); bool Same(int a) => a == 2;"),
        new("NewDelegate", "A delegate is a heap object, and where it calls cannot be followed.",
            at => at.OpCode.Code is Code.Ldftn or Code.Ldvirtftn,
            "System.Action _a; void Root() { _a = Root; }",
            "System.Action _a; void Root() { _a(); }"),
        new("Exceptions", "Input from outside is an enum, a counter and a state that stays valid.",
            at => at.OpCode.Code is Code.Throw or Code.Rethrow,
            "System.Exception _e; void Root() { if (_e != null) throw _e; }",
            "int _errors; void Root() { _errors++; }"),
        new("TextLiteral", "Each use of a literal makes a string object on the device "
            + "(CLR_RT_HeapBlock_String::CreateInstance for a token).",
            at => at.OpCode.Code == Code.Ldstr,
            "string Root() => \"text\";",
            "char Root() => 't';"),
        new("NewReference", "A library call that gives back a string, an array or an object "
            + "makes one.",
            IsLibraryCallForReference,
            "int _a; string Root() => _a.ToString();",
            "int[] _a = { 1 }; void Root() { System.Array.Copy(_a, 0, _a, 0, 1); }"),
    ];

    private static bool IsLibraryCallForReference(Instruction at)
    {
        return at.OpCode.Code is Code.Call or Code.Callvirt
            && at.Operand is MethodReference { ReturnType.IsValueType: false } called
            && called.ReturnType.MetadataType != MetadataType.Void
            && OwnCode.Called(at) == null;
    }
}
