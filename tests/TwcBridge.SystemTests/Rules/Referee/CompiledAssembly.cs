using Microsoft.CodeAnalysis;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>What the compiler made of some sources. Image and symbols are empty when it refused
/// them.</summary>
internal sealed record CompiledAssembly(
    string Name, string[] Errors, byte[] Image, byte[] Symbols, MetadataReference Reference);
