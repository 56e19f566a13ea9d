using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace TwcBridge.SystemTests.Rules.Il.BusPath;

/// <summary>Where the bus path begins: what the bus loop calls on each turn.</summary>
internal static class BusPathRoots
{
    /// <summary>A type that is there must have its methods. Of a type that is not written yet,
    /// nothing is asked.</summary>
    private static readonly (string Type, string[] Methods)[] All =
    [
        ("TwcBridge.Bridge", ["OnReceived", "OnTime", "Next", "OnSent", "NextDueAtMs"]),
        ("TwcBridge.Wire.FrameDecoder", ["Push"]),
    ];

    public static IEnumerable<string> Missing(CallGraph graph)
    {
        return All.Where(root => graph.Has(root.Type))
            .SelectMany(root => root.Methods
                .Where(method => graph.Find(root.Type, method).Length == 0)
                .Select(method => $"{root.Type}::{method} is a root of the bus path, but is gone"));
    }

    public static IEnumerable<MethodDefinition> Find(CallGraph graph)
    {
        return All.SelectMany(root => root.Methods
            .SelectMany(method => graph.Find(root.Type, method)));
    }
}
