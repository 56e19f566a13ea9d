using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il;

/// <summary>Calls that make text out of their arguments.</summary>
internal static class TextCalls
{
    private static readonly HashSet<string> TextTypes =
        ["System.String", "System.Text.StringBuilder"];

    private static readonly HashSet<string> TextMethods =
        ["Append", "AppendFormat", "AppendLine", "Concat", "Format", "Insert"];

    public static bool MakesText(Instruction? at)
    {
        return at?.Operand is MethodReference called && (called.Name == "ToString"
            || (TextTypes.Contains(called.DeclaringType.FullName)
                && TextMethods.Contains(called.Name)));
    }

    /// <summary>The types of value that an instruction turns into text: through its own ToString,
    /// as an argument of its own type, or as a box that ends in a call that makes text.</summary>
    public static IEnumerable<TypeReference> Subjects(Instruction at)
    {
        if (at.OpCode.Code == Code.Box)
        {
            return MakesText(ValueFlow.Consumer(at)) ? [(TypeReference)at.Operand] : [];
        }
        if (!MakesText(at))
        {
            return [];
        }
        MethodReference called = (MethodReference)at.Operand;
        TypeReference self = at.Previous?.OpCode.Code == Code.Constrained
            ? (TypeReference)at.Previous.Operand : called.DeclaringType;
        return called.Parameters.Select(parameter => parameter.ParameterType).Prepend(self);
    }
}
