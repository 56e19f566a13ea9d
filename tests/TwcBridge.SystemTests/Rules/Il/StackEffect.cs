using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il;

/// <summary>How many values an instruction takes from the evaluation stack and leaves on it.
/// </summary>
internal static class StackEffect
{
    public static int Pops(Instruction at)
    {
        if (at.OpCode.StackBehaviourPop == StackBehaviour.Varpop)
        {
            return at.Operand is IMethodSignature called ? Arguments(at, called) : 1;
        }
        // The names tell the number: Popi_popi_popi, Popref_pop1, Pop0.
        string name = at.OpCode.StackBehaviourPop.ToString();
        return name == nameof(StackBehaviour.Pop0) ? 0 : name.Split('_').Length;
    }

    public static int Pushes(Instruction at)
    {
        if (at.OpCode.StackBehaviourPush == StackBehaviour.Varpush)
        {
            return at.Operand is IMethodSignature { ReturnType.MetadataType: MetadataType.Void }
                ? 0 : 1;
        }
        string name = at.OpCode.StackBehaviourPush.ToString();
        return name == nameof(StackBehaviour.Push0) ? 0 : name.Split('_').Length;
    }

    private static int Arguments(Instruction at, IMethodSignature called)
    {
        bool takesThis = called.HasThis && at.OpCode.Code != Code.Newobj;
        bool takesPointer = at.OpCode.Code == Code.Calli;
        return called.Parameters.Count + (takesThis ? 1 : 0) + (takesPointer ? 1 : 0);
    }
}
