using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source.Words;

/// <summary>STYLE 2.1 lets a small enum sit above the one class that returns it; the file then has
/// the name of the class. A partial type may add a word: Peripheral.Queries.cs.</summary>
internal sealed class OnePublicType : FileRule
{
    public override string Reason => "STYLE 2.1: one public type to a file, and the file has its "
        + "name.";

    public override SourceFile[] Caught =>
    [
        Sample("public class Sample { } public class Other { }"),
        Sample("public class Other { }"),
        Sample("namespace A; public enum Other { }"),
        Sample("public enum A { } public enum B { } public class Sample { }"),
        Sample("public class Sample { } public delegate void Other();"),
    ];

    public override SourceFile[] Clean =>
    [
        Sample("namespace A; public enum Kind { } public class Sample { public class In { } }"),
        Sample("public enum Sample { }"),
        Sample("public class Sample { } class Other { }"),
        Sample("public partial class Sample { }", "firmware/A/Sample.Queries.cs"),
        Sample("public class Sample { } public class Other { }", "tools/A/Sample.cs"),
    ];

    protected override bool Concerns(ParsedFile file)
    {
        return file.IsFirmware;
    }

    protected override IEnumerable<Violation> Check(ParsedFile file)
    {
        MemberDeclarationSyntax[] shown = file.Root.DescendantNodes(IsContainer)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member.Modifiers.Any(SyntaxKind.PublicKeyword)).ToArray();
        MemberDeclarationSyntax[] enums = shown.Where(type => type is EnumDeclarationSyntax)
            .Take(1).ToArray();
        MemberDeclarationSyntax[] named = shown.Length == 1 ? shown : [.. shown.Except(enums)];
        IEnumerable<Violation> tooMany = named.Skip(1)
            .Select(type => At(file, type, $"{NameOf(type)} is one public type too many"));
        IEnumerable<Violation> misnamed = named.Take(1)
            .Where(type => file.Name.Split('.')[0] != NameOf(type))
            .Select(type => At(file, type, $"{NameOf(type)} is in {file.Name}"));
        return tooMany.Concat(misnamed);
    }

    private static bool IsContainer(SyntaxNode node)
    {
        return node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax;
    }

    private static string NameOf(MemberDeclarationSyntax type)
    {
        return type switch
        {
            BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
            DelegateDeclarationSyntax declared => declared.Identifier.Text,
            _ => "",
        };
    }
}
