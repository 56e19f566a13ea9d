using Mono.Cecil;
using Mono.Cecil.Cil;
using TwcBridge.SystemTests.Rules.Referee;

namespace TwcBridge.SystemTests.Rules.Il;

/// <summary>Tells our methods from those of the device's libraries.</summary>
internal static class OwnCode
{
    /// <summary>The method that is called, when it is one of ours.</summary>
    public static MethodDefinition? Called(Instruction at)
    {
        MethodDefinition? method = (at.Operand as MethodReference)?.Resolve();
        return method != null && IsOwn(method) ? method : null;
    }

    private static bool IsOwn(MethodDefinition method)
    {
        return !ApiLibrary.Device.Images.ContainsKey(method.Module.Assembly.Name.Name);
    }
}
