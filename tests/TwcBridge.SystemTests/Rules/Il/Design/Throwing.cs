using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il.Design;

/// <summary>Which calls may raise an exception, as far as IL tells. Run-time faults such as a
/// null reference are not seen.</summary>
internal static class Throwing
{
    // The few library calls that are known not to throw when used as intended.
    private static readonly HashSet<string> Safe =
    [
        "System.Object::.ctor",
        "System.Threading.Monitor::Exit",
        "System.Threading.AutoResetEvent::Set",
        "System.Threading.ManualResetEvent::Set",
        "System.Threading.ManualResetEvent::Reset",
    ];

    /// <summary>A library call that is not known as safe, or a method of ours that throws, that
    /// catches, that has no body to look at, or that makes such a call.</summary>
    public static bool MayThrow(Instruction call)
    {
        return MayThrow(call, []);
    }

    /// <summary>A method of ours that itself, or through others of ours, throws or catches. What
    /// the libraries do does not count.</summary>
    public static bool ThrowsOrCatches(MethodDefinition method)
    {
        return ThrowsOrCatches(method, []);
    }

    public static bool IsThrow(Instruction at)
    {
        return at.OpCode.Code is Code.Throw or Code.Rethrow;
    }

    private static bool MayThrow(Instruction call, HashSet<MethodDefinition> seen)
    {
        MethodReference called = (MethodReference)call.Operand;
        MethodDefinition? own = OwnCode.Called(call);
        if (own == null)
        {
            bool makesException = called.Name == ".ctor"
                && called.DeclaringType.Name.EndsWith("Exception");
            return !makesException && !Safe.Contains(IlScan.NameOf(called));
        }
        if (!seen.Add(own))
        {
            return false;
        }
        return !own.HasBody || own.Body.HasExceptionHandlers
            || own.Body.Instructions.Any(at => IsThrow(at) || (IsCall(at) && MayThrow(at, seen)));
    }

    private static bool ThrowsOrCatches(MethodDefinition method, HashSet<MethodDefinition> seen)
    {
        return seen.Add(method) && method.HasBody && (method.Body.HasExceptionHandlers
            || method.Instructions().Any(at => IsThrow(at)
                || (OwnCode.Called(at) is MethodDefinition own && ThrowsOrCatches(own, seen))));
    }

    public static bool IsCall(Instruction at)
    {
        return at.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj;
    }
}
