using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace TwcBridge.SystemTests.Rules.Il.BusPath;

internal static class BusPathScan
{
    public static IEnumerable<Violation> Run(
        BusPathRule rule, CallGraph graph, IEnumerable<MethodDefinition> roots)
    {
        Dictionary<MethodDefinition, MethodDefinition?> callers = graph.Reachable(roots);
        return callers.Keys
            .SelectMany(method => method.Instructions().Where(rule.Catches)
                .Select(at => IlScan.Place(rule.Name, method, new IlFinding(at,
                    $"{at.OpCode.Name} {at.Operand}, reached by {Way(callers, method)}"))));
    }

    /// <summary>The calls that lead from a root to the method.</summary>
    private static string Way(
        Dictionary<MethodDefinition, MethodDefinition?> callers, MethodDefinition method)
    {
        string name = $"{method.DeclaringType.Name}.{method.Name}";
        MethodDefinition? caller = callers[method];
        return caller == null ? name : $"{Way(callers, caller)} > {name}";
    }
}
