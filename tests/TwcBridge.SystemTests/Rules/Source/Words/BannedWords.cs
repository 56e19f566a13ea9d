using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace TwcBridge.SystemTests.Rules.Source.Words;

/// <summary>Whole words of declared names. Words that are right in one layer and wrong in another
/// (packet, client, session) are left to the reader.</summary>
internal sealed class BannedWords : FileRule
{
    private static readonly HashSet<string> Anywhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "manager", "managers", "helper", "helpers", "util", "utils", "utility", "utilities",
        "common", "master", "masters", "slave", "slaves", "setpoint", "telegram",
    };

    private static readonly HashSet<string> FirstInMethods = ["Get", "Do", "Handle", "Process"];

    private static readonly HashSet<string> InTypes = ["Base"];

    private static readonly Regex Word = new("[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*");

    public override string Reason => "STYLE 2.3: one word for one thing, and none that says "
        + "nothing.";

    public override SourceFile[] Caught =>
    [
        Sample("class LinkManager { }"),
        Sample("class C { int _helperCount; }"),
        Sample("class C { void F(int masterId) { } }"),
        Sample("enum E { Slave }"),
        Sample("class C { int GetOffer() => 1; }"),
        Sample("class C { void F() { void HandleByte() { } HandleByte(); } }"),
        Sample("abstract class FrameBase { }"),
        Sample("class C { void F(object o) { if (o is string utils) { } } }", "tools/A/B.cs"),
    ];

    public override SourceFile[] Clean =>
    [
        Sample("class Base64 { int Getter; void Gets() { } int mastery; }"),
        Sample("class C { public override int GetHashCode() => 1; object F() => this.GetType(); }"),
        Sample("class C { int baseAddress; void Forget() { } void Processed() { } }"),
        Sample("class LinkManager { }", "tests/A/B.cs"),
        Sample("class C { [LibraryImport(\"c\")] static partial int GetPort(int master); }"),
    ];

    protected override bool Concerns(ParsedFile file)
    {
        return !file.IsTest;
    }

    protected override IEnumerable<Violation> Check(ParsedFile file)
    {
        return Declarations.In(file.Root)
            .Where(name => IsBanned(name) && !Declarations.IsForeign(name.Parent))
            .Select(name => At(file, name, name.Text));
    }

    private static bool IsBanned(SyntaxToken name)
    {
        string[] words = Word.Matches(name.Text).Select(found => found.Value).ToArray();
        return words.Any(Anywhere.Contains)
            || (Declarations.IsType(name) && words.Any(InTypes.Contains))
            || (Declarations.IsMethodOfOurs(name) && FirstInMethods.Contains(words[0]));
    }
}
