using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il;

/// <param name="At">The instruction, or null when the method as a whole is meant.</param>
internal sealed record IlFinding(Instruction? At, string Message);
