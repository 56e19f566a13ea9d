using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source;

/// <summary>One source file with its syntax and its place in the repository.</summary>
internal sealed class ParsedFile(SourceFile file)
{
    // Written by a tool, never read by people.
    private static readonly string[] GeneratedFiles = ["PageParts.cs", "SetupPageParts.cs"];

    public SourceFile File { get; } = file;

    public string[] Lines { get; } = file.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public SyntaxTree Tree { get; } = CSharpSyntaxTree.ParseText(
        file.Text, new CSharpParseOptions(LanguageVersion.Preview), file.Path);

    public CompilationUnitSyntax Root => (CompilationUnitSyntax)Tree.GetRoot();

    public string Name => Path.GetFileName(File.Path);

    public bool IsGenerated => GeneratedFiles.Contains(Name);

    public bool IsCore => File.Path.StartsWith("firmware/TwcBridge.Core/");

    public bool IsFirmware => File.Path.StartsWith("firmware/");

    public bool IsTest => File.Path.StartsWith("tests/");
}
