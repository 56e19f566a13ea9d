using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>Compiles sources as the device's build does: the firmware's language version, the
/// libraries of the listings and no others.</summary>
internal static class DeviceCompiler
{
    /// <summary>FirmwareLangVersion of Directory.Build.props.</summary>
    public const LanguageVersion Language = LanguageVersion.CSharp10;

    private static readonly CSharpParseOptions Syntax =
        new(Language, preprocessorSymbols: ["NANOFRAMEWORK_1_0"]);

    // Obsolete members stay listed but are on their way out, so they count as missing.
    private static readonly HashSet<string> FatalWarnings = ["CS0612", "CS0618"];

    public static CompiledAssembly Compile(
        string name,
        IEnumerable<SourceFile> sources,
        IEnumerable<MetadataReference> references,
        CSharpCompilationOptions options)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(
                source.Text, Syntax, source.Path, Encoding.UTF8)),
            references,
            options);
        using MemoryStream image = new();
        using MemoryStream symbols = new();
        EmitResult result = compilation.Emit(image, symbols, options: new EmitOptions(
            debugInformationFormat: DebugInformationFormat.PortablePdb));
        return new CompiledAssembly(
            name,
            result.Diagnostics.Where(IsError).Select(Describe).ToArray(),
            result.Success ? image.ToArray() : [],
            result.Success ? symbols.ToArray() : [],
            compilation.ToMetadataReference());
    }

    /// <summary>A few lines of C# of a test, against everything that is listed.</summary>
    public static CompiledAssembly CompileSample(string source, bool allowUnsafe = false)
    {
        ApiLibrary library = ApiLibrary.Device;
        return Compile("Sample", [new SourceFile("Sample.cs", source)],
            library.Listings.Keys.Select(library.Reference),
            Options(isProgram: false).WithAllowUnsafe(allowUnsafe));
    }

    public static CSharpCompilationOptions Options(bool isProgram)
    {
        return new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Disable);
    }

    private static bool IsError(Diagnostic found)
    {
        return found.Severity == DiagnosticSeverity.Error || FatalWarnings.Contains(found.Id);
    }

    private static string Describe(Diagnostic found)
    {
        FileLinePositionSpan place = found.Location.GetLineSpan();
        return $"{place.Path}({place.StartLinePosition.Line + 1}): "
            + $"{found.Id}: {found.GetMessage()}";
    }
}
