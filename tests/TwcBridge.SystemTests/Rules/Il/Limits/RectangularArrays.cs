using Mono.Cecil;

namespace TwcBridge.SystemTests.Rules.Il.Limits;

internal sealed class RectangularArrays : TypeUseRule
{
    public override string Reason => "NANOFRAMEWORK 1: multidimensional arrays fail at run time.";

    public override string[] Caught =>
    [
        "class C { int[,] _table; }",
        "class C { object F() => new byte[2, 3]; }",
        "class C { int F(int[][,] a) => a.Length; }",
    ];

    public override string[] Clean => ["class C { int[][] _rows = { new int[2], new int[3] }; }"];

    protected override bool Refuses(TypeReference type)
    {
        return type is ArrayType { Rank: > 1 };
    }
}
