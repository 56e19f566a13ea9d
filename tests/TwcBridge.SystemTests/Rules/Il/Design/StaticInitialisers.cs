using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il.Design;

/// <summary>
/// A static initialiser may load constants, make arrays, fill them and store them. The class in
/// which the compiler keeps lambdas without captures is left out: it reads nothing.
/// </summary>
internal sealed class StaticInitialisers : IlRule
{
    private const string LambdaClass = "<>c";
    private const string ArrayFiller = "InitializeArray";

    private static readonly HashSet<Code> Allowed =
    [
        Code.Nop, Code.Dup, Code.Ret, Code.Newarr, Code.Ldstr, Code.Ldnull, Code.Ldtoken,
        Code.Stsfld, Code.Conv_I8, Code.Conv_U8,
    ];

    public override bool BindsTests => false;

    public override string Reason => "NANOFRAMEWORK 1: static initialisers run before Main in the "
        + "order of the type table. One that reads another type's static may see its default.";

    public override string[] Caught =>
    [
        "class A { static int X = B.Y; } class B { public static int Y = 3; }",
        "class A { static readonly object Lock = new object(); }",
        "class A { static int F() => 1; static readonly int X = F(); }",
        "class A { static readonly string S = 1.ToString(); }",
        "class A { static int[] X = { 1, 2, 3 }; static int[] Y = X; }",
    ];

    public override string[] Clean =>
    [
        "class A { static readonly byte[] T = { 1, 2, 3, 4, 5 }; const int C = 1; }",
        "class A { static readonly string[] T = { \"a\", \"b\" }; static readonly long L = 7; }",
        "class A { static readonly int[][] T = { new int[] { 1 }, new int[] { 2, 3, 4, 5 } }; }",
        "class A { static readonly System.DayOfWeek[] T = { System.DayOfWeek.Friday }; }",
        "class A { System.Action F() => () => { }; }",
    ];

    public override IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        bool concerned = method.Name == ".cctor" && method.DeclaringType.Name != LambdaClass;
        return !concerned ? [] : method.Body.Instructions.Where(at => !IsAllowed(at))
            .Select(at => new IlFinding(at, $"{at.OpCode.Name} {at.Operand}".TrimEnd()));
    }

    private static bool IsAllowed(Instruction at)
    {
        return Allowed.Contains(at.OpCode.Code)
            || at.OpCode.Name.StartsWith("ldc.") || at.OpCode.Name.StartsWith("stelem.")
            || at.Operand is MethodReference { Name: ArrayFiller };
    }
}
