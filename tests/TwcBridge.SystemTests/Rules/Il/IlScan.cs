using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il;

/// <summary>Runs rules over an assembly and says where in the sources they were broken.</summary>
internal static class IlScan
{
    public static IEnumerable<Violation> Run(IlRule rule, IlAssembly assembly)
    {
        return assembly.Types.SelectMany(type => rule.OfType(type)
            .Select(message => Place(rule, type, message))
            .Concat(type.Methods.SelectMany(method => rule.OfMethod(method)
                .Select(finding => Place(rule.Name, method, finding)))));
    }

    public static Violation Place(string rule, MethodDefinition method, IlFinding finding)
    {
        SequencePoint? point = SourceLine(method, finding.At);
        string file = point == null ? "" : point.Document.Url;
        return new Violation(rule, file, point?.StartLine ?? 0, NameOf(method), finding.Message);
    }

    public static string NameOf(MethodReference method)
    {
        return $"{method.DeclaringType.FullName}::{method.Name}";
    }

    private static Violation Place(IlRule rule, TypeDefinition type, string message)
    {
        SequencePoint? point = type.Methods.Select(method => SourceLine(method, null))
            .FirstOrDefault(found => found != null);
        return new Violation(rule.Name, point?.Document.Url ?? "", point?.StartLine ?? 0,
            type.FullName, message);
    }

    /// <summary>The line of the instruction, or the first line of the method.</summary>
    private static SequencePoint? SourceLine(MethodDefinition method, Instruction? at)
    {
        const int HiddenLine = 0xFEEFEE;
        SequencePoint[] points = method.DebugInformation.SequencePoints
            .Where(point => point.StartLine != HiddenLine).ToArray();
        int offset = at?.Offset ?? 0;
        return points.LastOrDefault(point => point.Offset <= offset) ?? points.FirstOrDefault();
    }
}
