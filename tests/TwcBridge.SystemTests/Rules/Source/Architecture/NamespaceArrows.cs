using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source.Architecture;

/// <summary>The layers of Core. A namespace below a layer's belongs to that layer.</summary>
internal sealed class NamespaceArrows : SourceRule
{
    private const string Product = "TwcBridge";

    /// <summary>Whom each layer may name, besides itself. Bridge, in the plain namespace of the
    /// product, may name all.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["Wire"] = [],
        ["Messages"] = ["Wire"],
        ["Bus"] = ["Wire", "Messages"],
        ["Charging"] = ["Wire", "Messages", "Bus"],
        ["Control"] = ["Wire", "Messages", "Bus", "Charging"],
        ["Mqtt"] = ["Wire", "Messages", "Bus", "Charging", "Control"],
        ["Http"] = ["Wire", "Messages", "Bus", "Charging", "Control"],
        ["Config"] = ["Wire"],
        ["Diagnostics"] = ["Wire"],
    };

    public override string Reason => "STYLE 2.2: arrows only to the left. Wire <- Messages <- Bus "
        + "<- Charging <- Control <- Mqtt, Http <- Bridge.";

    public override SourceFile[] Caught =>
    [
        Sample("namespace TwcBridge.Bus { class B { } } "
            + "namespace TwcBridge.Wire { class A { TwcBridge.Bus.B _b; } }"),
        Sample("namespace TwcBridge.Http { class H { public const int Size = 1; } } "
            + "namespace TwcBridge.Mqtt { using TwcBridge.Http; class M { int _a = H.Size; } }"),
        Sample("namespace TwcBridge { class Bridge { } } "
            + "namespace TwcBridge.Control { class C { Bridge _b; } }"),
        Sample("namespace TwcBridge.Control.Deep { class D { } } "
            + "namespace TwcBridge.Wire { using TwcBridge.Control.Deep; class A { } }"),
        Sample("namespace TwcBridge.Bus { class B { } } "
            + "namespace TwcBridge.Config { class C { string F() => nameof(Bus.B); } }"),
        Sample("namespace TwcBridge.Extra { class E { } }"),
        Sample("class Nowhere { }"),
    ];

    public override SourceFile[] Clean =>
    [
        Sample("namespace TwcBridge.Wire { class A { public int N; } } "
            + "namespace TwcBridge.Bus { using TwcBridge.Wire; class B { int F(A a) => a.N; } }"),
        Sample("namespace TwcBridge.Http { class H { } } namespace TwcBridge.Mqtt { class M { } } "
            + "namespace TwcBridge { class Bridge { Http.H _h; Mqtt.M _m; } }"),
        Sample("namespace TwcBridge.Wire { class A { int F(int[] a) => a.Length; } }"),
        Sample("namespace TwcBridge.Elsewhere { class E { } }", "firmware/TwcBridge.Device/E.cs"),
    ];

    public override IEnumerable<Violation> Check(SourceSet sources)
    {
        return sources.Files.Where(file => file.IsCore)
            .SelectMany(file => Homeless(file).Concat(AgainstTheArrows(sources, file)));
    }

    private IEnumerable<Violation> Homeless(ParsedFile file)
    {
        return file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            .Where(type => LayerAt(type) is not (Product or "") && !Known.ContainsKey(LayerAt(type))
                || LayerAt(type) == "")
            .Select(type => At(file, type.Identifier, "is in no layer of STYLE 2.2"));
    }

    private IEnumerable<Violation> AgainstTheArrows(SourceSet sources, ParsedFile file)
    {
        return sources.NamesIn(file)
            .Select(named => (named.Name, From: LayerAt(named.Name), To: Layer(named.Symbol)))
            .Where(arrow => !MayName(arrow.From, arrow.To))
            .GroupBy(arrow => (arrow.From, arrow.To))
            .Select(arrows => At(file, arrows.First().Name, $"{arrows.Key.From} names "
                + $"{arrows.First().Name} of {arrows.Key.To}, and {arrows.Count() - 1} more"));
    }

    private static bool MayName(string from, string to)
    {
        return to.Length == 0 || from == to || from == Product
            || (Known.TryGetValue(from, out string[]? known) && known.Contains(to));
    }

    private static string Layer(ISymbol symbol)
    {
        // The product's own namespace is part of every qualified name; only its types are Bridge's.
        string space = Home.NamespaceOf(symbol);
        return symbol is INamespaceSymbol && space == Product ? "" : Layer(space);
    }

    /// <summary>The layer that the code around a place belongs to.</summary>
    private static string LayerAt(SyntaxNode node)
    {
        BaseNamespaceDeclarationSyntax? around = node.Ancestors()
            .OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()
            ?? node.SyntaxTree.GetRoot().DescendantNodes()
                .OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
        return around == null ? "" : Layer(around.Name.ToString());
    }

    private static string Layer(string space)
    {
        string[] words = space.Split('.');
        return words[0] != Product ? "" : words.Length == 1 ? Product : words[1];
    }
}
