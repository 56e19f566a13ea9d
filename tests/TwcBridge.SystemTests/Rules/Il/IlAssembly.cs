using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using TwcBridge.SystemTests.Rules.Referee;

namespace TwcBridge.SystemTests.Rules.Il;

/// <summary>A compiled assembly opened for reading. What it refers to resolves to the listings and
/// to our other assemblies.</summary>
internal sealed class IlAssembly
{
    // The compiler's own: tables of bytes, and attributes that only the compiler reads.
    private const string ModuleType = "<Module>";
    private const string CompilerTable = "<PrivateImplementationDetails>";
    private const string CompilerNamespace = "Microsoft.CodeAnalysis";

    private static readonly Dictionary<string, IlAssembly> Opened = [];
    private static readonly ReferenceResolver ProjectResolver = new();

    private IlAssembly(CompiledAssembly compiled, ReferenceResolver resolver)
    {
        Module = ModuleDefinition.ReadModule(new MemoryStream(compiled.Image), new()
        {
            AssemblyResolver = resolver,
            ReadSymbols = true,
            SymbolStream = new MemoryStream(compiled.Symbols),
            SymbolReaderProvider = new PortablePdbReaderProvider(),
        });
        resolver.Add(Module.Assembly);
    }

    public ModuleDefinition Module { get; }

    /// <summary>Every type that comes from our sources, nested ones included.</summary>
    public IEnumerable<TypeDefinition> Types => Module.GetTypes()
        .Where(type => type.FullName != ModuleType
            && !type.FullName.StartsWith(CompilerTable)
            && !type.FullName.StartsWith(CompilerNamespace));

    /// <summary>A firmware project, opened once for a test run. All of them know one another, so
    /// that a call from one into another ends at the very same method.</summary>
    public static IlAssembly Of(string project)
    {
        lock (Opened)
        {
            if (!Opened.TryGetValue(project, out IlAssembly? assembly))
            {
                foreach (string needed in DeviceBuild.Project(project).Projects)
                {
                    Of(needed);
                }
                CompiledAssembly compiled = DeviceBuild.Assembly(project);
                if (compiled.Errors.Length > 0)
                {
                    Assert.Inconclusive($"{project} does not compile; RefereeTests tells why.");
                }
                assembly = new IlAssembly(compiled, ProjectResolver);
                Opened.Add(project, assembly);
            }
            return assembly;
        }
    }

    public static IlAssembly OfSample(string source)
    {
        CompiledAssembly compiled = DeviceCompiler.CompileSample(source, allowUnsafe: true);
        Expect.Nothing(compiled.Errors);
        return new IlAssembly(compiled, new ReferenceResolver());
    }
}
