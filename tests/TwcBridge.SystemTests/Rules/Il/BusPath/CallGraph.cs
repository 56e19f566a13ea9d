using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il.BusPath;

/// <summary>
/// Who may call whom among our own methods. A call of a virtual or interface method may end at any
/// of our methods that override or implement it. Calls through delegates are not followed; making a
/// delegate is itself against the rules of the bus path. Nor are calls of a library's virtual
/// methods followed to overrides of ours.
/// </summary>
internal sealed class CallGraph
{
    private readonly HashSet<TypeDefinition> _types;
    private readonly Dictionary<MethodDefinition, MethodDefinition[]> _implementations = [];

    public CallGraph(IEnumerable<IlAssembly> assemblies)
    {
        _types = [.. assemblies.SelectMany(assembly => assembly.Types)];
    }

    public MethodDefinition[] Find(string type, string method)
    {
        return _types.Where(found => found.FullName == type)
            .SelectMany(found => found.Methods).Where(found => found.Name == method).ToArray();
    }

    public bool Has(string type)
    {
        return _types.Any(found => found.FullName == type);
    }

    /// <summary>Everything that the roots may reach, themselves included, each with the method
    /// from which it was first reached.</summary>
    public Dictionary<MethodDefinition, MethodDefinition?> Reachable(
        IEnumerable<MethodDefinition> roots)
    {
        Dictionary<MethodDefinition, MethodDefinition?> callers = [];
        Queue<(MethodDefinition Method, MethodDefinition? Caller)> open = new();
        foreach (MethodDefinition root in roots)
        {
            open.Enqueue((root, null));
        }
        while (open.TryDequeue(out (MethodDefinition Method, MethodDefinition? Caller) next))
        {
            if (callers.TryAdd(next.Method, next.Caller))
            {
                foreach (MethodDefinition called in Targets(next.Method.Instructions()))
                {
                    open.Enqueue((called, next.Method));
                }
            }
        }
        return callers;
    }

    private IEnumerable<MethodDefinition> Targets(IEnumerable<Instruction> code)
    {
        return code.Where(at => at.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj)
            .Select(OwnCode.Called).OfType<MethodDefinition>()
            .SelectMany(called => Implementations(called).Prepend(called));
    }

    private MethodDefinition[] Implementations(MethodDefinition called)
    {
        if (!called.IsVirtual)
        {
            return [];
        }
        if (!_implementations.TryGetValue(called, out MethodDefinition[]? found))
        {
            found = _types.Where(type => type != called.DeclaringType
                    && Ancestry(type).Contains(called.DeclaringType))
                .SelectMany(type => Ancestry(type).SelectMany(declaring => declaring.Methods))
                .Where(method => Implements(method, called)).Distinct().ToArray();
            _implementations.Add(called, found);
        }
        return found;
    }

    private static bool Implements(MethodDefinition method, MethodDefinition called)
    {
        bool sameShape = method.Name == called.Name
            && method.Parameters.Select(parameter => parameter.ParameterType.FullName)
                .SequenceEqual(called.Parameters
                    .Select(parameter => parameter.ParameterType.FullName));
        return method != called && (sameShape
            || method.Overrides.Any(overridden => overridden.Resolve() == called));
    }

    /// <summary>The type, its bases and all their interfaces, as far as they are ours.</summary>
    private IEnumerable<TypeDefinition> Ancestry(TypeDefinition type)
    {
        IEnumerable<TypeDefinition> above = type.Interfaces
            .Select(implemented => implemented.InterfaceType.Resolve())
            .Append(type.BaseType?.Resolve()).OfType<TypeDefinition>()
            .Where(_types.Contains);
        return above.SelectMany(Ancestry).Prepend(type);
    }
}
