using System;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il.BusPath;

/// <summary>Something that may not happen between a received byte and a sent frame.</summary>
/// <param name="Caught">Members of a class whose method Root reaches the forbidden thing.</param>
/// <param name="Clean">The same without it.</param>
internal sealed record BusPathRule(
    string Name, string Reason, Func<Instruction, bool> Catches, string Caught, string Clean);
