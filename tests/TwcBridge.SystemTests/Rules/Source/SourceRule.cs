using System.Collections.Generic;
using System.IO;
using Microsoft.CodeAnalysis;

namespace TwcBridge.SystemTests.Rules.Source;

/// <summary>A rule of style or architecture that can be read off the sources.</summary>
internal abstract class SourceRule
{
    public string Name => GetType().Name;

    /// <summary>Why, with the section of STYLE.md or its own words.</summary>
    public abstract string Reason { get; }

    /// <summary>Files that the rule must catch, each by itself.</summary>
    public abstract SourceFile[] Caught { get; }

    /// <summary>Files close to the caught ones that it must let through.</summary>
    public abstract SourceFile[] Clean { get; }

    public abstract IEnumerable<Violation> Check(SourceSet sources);

    /// <summary>A sample, in Core's Wire layer unless it says otherwise.</summary>
    protected static SourceFile Sample(
        string text, string path = "firmware/TwcBridge.Core/Wire/Sample.cs")
    {
        return new SourceFile(path, text);
    }

    protected Violation At(ParsedFile file, SyntaxNodeOrToken place, string message)
    {
        int line = file.Tree.GetLineSpan(place.Span).StartLinePosition.Line + 1;
        SyntaxNode node = place.AsNode() ?? place.Parent!;
        return new Violation(Name, file.File.Path, line, MemberNames.Of(node), message);
    }

    protected Violation AtLine(ParsedFile file, int line, string message)
    {
        return new Violation(Name, file.File.Path, line, "", message);
    }
}
