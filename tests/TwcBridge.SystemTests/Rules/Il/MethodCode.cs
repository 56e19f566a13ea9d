using System.Collections.Generic;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il;

internal static class MethodCode
{
    /// <summary>The instructions of a method; none where it has no body.</summary>
    public static IEnumerable<Instruction> Instructions(this MethodDefinition method)
    {
        return method.HasBody ? method.Body.Instructions : [];
    }
}
