using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il.Design;

internal sealed class FloatingPoint : TypeUseRule
{
    private static readonly string[] IntegerNamespaces =
        ["TwcBridge.Wire", "TwcBridge.Messages", "TwcBridge.Bus", "TwcBridge.Charging"];

    public override bool BindsTests => false;

    public override string Reason => "STYLE 2.9: amounts are integers in 0.01 A. NANOFRAMEWORK 1: "
        + "conversions from double wrap, and a division by zero throws.";

    public override string[] Caught =>
    [
        "namespace TwcBridge.Bus { class C { int F(int a) => (int)(a * 0.1); } }",
        "namespace TwcBridge.Wire { class C { float _a; } }",
        "namespace TwcBridge.Charging.Deep { class C { double F(int a) => a; } }",
        "namespace TwcBridge.Messages { class C { void F(float a) { } } }",
    ];

    public override string[] Clean =>
    [
        "namespace TwcBridge.Bus { class C { int F(int a) => a / 10; } }",
        "namespace TwcBridge.Diagnostics { class C { double F(int a) => a * 0.1; } }",
        "namespace TwcBridge.Business { class C { double F(int a) => a * 0.1; } }",
    ];

    public override IEnumerable<string> OfType(TypeDefinition type)
    {
        return IsConcerned(type) ? base.OfType(type) : [];
    }

    public override IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        if (!IsConcerned(method.DeclaringType))
        {
            return [];
        }
        IEnumerable<IlFinding> codes = method.Instructions()
            .Where(at => at.OpCode.Name.StartsWith("ldc.r") || at.OpCode.Name.StartsWith("conv.r"))
            .Select(at => new IlFinding(at, at.OpCode.Name));
        return codes.Concat(base.OfMethod(method));
    }

    protected override bool Refuses(TypeReference type)
    {
        return type.MetadataType is MetadataType.Single or MetadataType.Double;
    }

    private static bool IsConcerned(TypeDefinition type)
    {
        string space = type.DeclaringType == null ? type.Namespace : OutermostNamespace(type);
        return IntegerNamespaces.Any(name => space == name || space.StartsWith(name + "."));
    }

    private static string OutermostNamespace(TypeDefinition type)
    {
        return type.DeclaringType == null ? type.Namespace : OutermostNamespace(type.DeclaringType);
    }
}
