using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il.Limits;

/// <summary>
/// Looks at the literal just before a number's ToString, and at every literal of a method that
/// calls string.Format. A format that is not a literal cannot be judged, so it is refused.
/// </summary>
internal sealed class NumberFormats : IlRule
{
    private static readonly Regex Supported = new("^[DFNXdfnx][0-9]*$");
    private static readonly Regex Placeholder = new(@"\{[0-9]+(,-?[0-9]+)?:(?<format>[^}]*)\}");

    public override string Reason => "NANOFRAMEWORK 1: only the formats D, F, N and X work. E, P "
        + "and \"0.00\" throw NotImplementedException.";

    public override string[] Caught =>
    [
        "class C { string F(int a) => a.ToString(\"0.00\"); }",
        "class C { string F(int a) => a.ToString(\"E2\"); }",
        "class C { string F(int a) => $\"{a:P} {1}\"; }",
        "class C { string F(int a) => string.Format(\"{0,5:000}\", a); }",
        "class C { string F(int a, string b) => a.ToString(b); }",
    ];

    public override string[] Clean =>
    [
        "class C { string F(int a) => a.ToString(\"X2\") + $\"{a:D3} {a,5}\"; }",
        "class C { string F(System.DateTime a) => a.ToString(\"HH:mm\"); }",
        "class C { string F(string a) => a == \"{0:000}\" ? a : \"0.00\"; }",
    ];

    public override IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        Instruction[] code = [.. method.Instructions()];
        IEnumerable<IlFinding> formatted = code.Where(FormatsNumber)
            .Where(at => at.Previous.Operand is not string format || !Supported.IsMatch(format))
            .Select(at => new IlFinding(at, $"format {at.Previous.Operand}"));
        IEnumerable<IlFinding> composed = !code.Any(IsCompositeFormat) ? [] : code
            .Where(at => at.OpCode.Code == Code.Ldstr)
            .SelectMany(at => Placeholder.Matches((string)at.Operand)
                .Select(found => found.Groups["format"].Value)
                .Where(format => !Supported.IsMatch(format))
                .Select(format => new IlFinding(at, $"format {format}")));
        return formatted.Concat(composed);
    }

    private static bool FormatsNumber(Instruction at)
    {
        return at.Operand is MethodReference { Name: "ToString", Parameters.Count: 1 } called
            && called.DeclaringType.IsPrimitive;
    }

    private static bool IsCompositeFormat(Instruction at)
    {
        return at.Operand is MethodReference { Name: "Format" or "AppendFormat" } called
            && called.DeclaringType.Namespace.StartsWith("System");
    }
}
