using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il.Design;

/// <summary>
/// Where others may read a field they could also write it, as a property with a private setter
/// would forbid. A field that its own type writes while it works is that type's alone. What a type
/// only clears or copies as a whole is a record, and others fill it.
/// </summary>
internal sealed class FieldOwner : IlRule
{
    private static readonly string[] AsAWhole =
        [".", "Clear", "Copy", "Restart", "Assign", "Refuse"];

    public override bool BindsTests => false;

    public override string Reason => "DECISIONS, fields instead of properties: a public field that "
        + "its own type writes is written by nobody else.";

    public override string[] Caught =>
    [
        "class C { public int A; void F() { A++; } } class D { void F(C c) { c.A = 1; } }",
        """
        class C { public int A; void F() { A++; } }
        class D { void F(C c) { G(ref c.A); } void G(ref int a) { a = 1; } }
        """,
    ];

    public override string[] Clean =>
    [
        "class C { public int A; void F() { A++; } } class D { int F(C c) => c.A; }",
        "class C { public int A; void Clear() { A = 0; } } class D { void F(C c) { c.A = 1; } }",
        "class C { int _a; class D { void F(C c) { c._a++; } } void F() { _a = 2; } }",
    ];

    public override IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        return method.Instructions().Where(Writes)
            .Where(at => IsOfAnother(method, ((FieldReference)at.Operand).Resolve()))
            .Select(at => new IlFinding(at, ((FieldReference)at.Operand).FullName));
    }

    private static bool IsOfAnother(MethodDefinition method, FieldDefinition field)
    {
        return field.DeclaringType != method.DeclaringType
            && field.DeclaringType != method.DeclaringType.DeclaringType
            && field.DeclaringType.Methods
                .Where(own => !AsAWhole.Any(own.Name.StartsWith))
                .Any(own => own.Instructions().Any(at => Writes(at)
                    && ((FieldReference)at.Operand).Resolve() == field));
    }

    private static bool Writes(Instruction at)
    {
        return at.OpCode.Code is Code.Stfld or Code.Ldflda;
    }
}
