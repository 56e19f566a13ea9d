namespace TwcBridge.Simulator;

/// <summary>The first harm done to a connector.</summary>
/// <param name="Cause">None if it is well.</param>
/// <param name="Opcode">Of the frame.</param>
/// <param name="By">Who sent it.</param>
/// <param name="AtUs">When it was heard.</param>
public readonly record struct Harm(HarmCause Cause, int Opcode, string By, long AtUs);
