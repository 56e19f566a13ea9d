using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source.Architecture;

internal sealed class CorePurity : SourceRule
{
    private static readonly string[] Namespaces =
        ["System.IO", "System.Net", "System.Threading", "System.Reflection", "nanoFramework"];

    private static readonly HashSet<string> Types =
    [
        "System.Activator", "System.AppDomain", "System.Console", "System.DateTime",
        "System.DateTimeOffset", "System.Environment", "System.GC", "System.TimeZoneInfo",
        "System.Type", "System.Diagnostics.Debug", "System.Diagnostics.Debugger",
        "System.Diagnostics.Stopwatch", "System.Diagnostics.Trace",
    ];

    public override string Reason => "STYLE 2.2: Core does no I/O, reads no clock, starts no "
        + "thread and looks at no types. Time and bytes come in with the call.";

    public override SourceFile[] Caught =>
    [
        Sample("class C { long F() => System.DateTime.UtcNow.Ticks; }"),
        Sample("using System; class C { long F() => Environment.TickCount64; }"),
        Sample("class C { void F() { System.Console.WriteLine(\"a\"); } }"),
        Sample("using System.IO.Ports; class C { }"),
        Sample("class C { System.IO.Stream _a; }"),
        Sample("class C { object _a = new System.Threading.AutoResetEvent(false); }"),
        Sample("class C { void F() { lock (this) { } } }"),
        Sample("class C { string F() => GetType().Name; }"),
        Sample("class C { object F() => typeof(C); }"),
        Sample("class C { void F() { System.Diagnostics.Debug.WriteLine(\"a\"); } }"),
    ];

    public override SourceFile[] Clean =>
    [
        Sample("using System; class C { void F(int[] a) { Array.Copy(a, 0, a, 1, 1); } }"),
        Sample("class C { public long DateTime; long F(C c) => c.DateTime; }"),
        Sample("class C { long F() => System.DateTime.UtcNow.Ticks; }",
            "firmware/TwcBridge.Device/C.cs"),
    ];

    public override IEnumerable<Violation> Check(SourceSet sources)
    {
        return sources.Files.Where(file => file.IsCore).SelectMany(file =>
            ForbiddenNames(sources, file).Concat(ForbiddenForms(file)));
    }

    private IEnumerable<Violation> ForbiddenNames(SourceSet sources, ParsedFile file)
    {
        return sources.NamesIn(file)
            .Where(named => IsForbidden(named.Symbol))
            .Select(named => At(file, named.Name, named.Symbol.ToDisplayString()));
    }

    private IEnumerable<Violation> ForbiddenForms(ParsedFile file)
    {
        return file.Root.DescendantNodes()
            .Where(node => node switch
            {
                LockStatementSyntax or TypeOfExpressionSyntax => true,
                UsingDirectiveSyntax { Name: not null } used => IsForbidden(used.Name.ToString()),
                _ => false,
            })
            .Select(node => At(file, node, $"{node.GetFirstToken().Text} in Core"));
    }

    private static bool IsForbidden(ISymbol symbol)
    {
        bool givesType = symbol is IMethodSymbol { ReturnType.Name: "Type", Name: "GetType" };
        string type = Home.TypeOf(symbol)?.ToDisplayString() ?? "";
        return givesType || Types.Contains(type) || IsForbidden(Home.NamespaceOf(symbol));
    }

    private static bool IsForbidden(string space)
    {
        return Namespaces.Any(name => space == name || space.StartsWith(name + "."));
    }
}
