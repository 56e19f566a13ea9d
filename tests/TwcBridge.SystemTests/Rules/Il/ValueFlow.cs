using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il;

/// <summary>Follows one value from the instruction that pushes it to the one that uses it.
/// </summary>
internal static class ValueFlow
{
    // A bound, not a measure: no expression of ours is longer, and a loop must not hold us.
    private const int MaxSteps = 500;

    /// <summary>
    /// The instruction that consumes the value, or null. Jumps are followed, the fall-through of a
    /// conditional jump is taken. A value stored into an array made on the spot (the argument list
    /// of a params method) stands for the array from there on.
    /// </summary>
    public static Instruction? Consumer(Instruction producer)
    {
        int depth = 1;  // Of our value: 1 is the top of the stack.
        Instruction? at = producer.Next;
        for (int step = 0; at != null && step < MaxSteps; step++)
        {
            if (StackEffect.Pops(at) < depth)
            {
                depth += StackEffect.Pushes(at) - StackEffect.Pops(at);
            }
            else if (PassesOn(at))
            {
                depth = 1;
            }
            else
            {
                return at;
            }
            at = at.OpCode.Code is Code.Br or Code.Br_S ? (Instruction)at.Operand : at.Next;
        }
        return null;
    }

    private static bool PassesOn(Instruction at)
    {
        return at.OpCode.Code is Code.Stelem_Ref or Code.Dup or Code.Castclass or Code.Isinst;
    }
}
