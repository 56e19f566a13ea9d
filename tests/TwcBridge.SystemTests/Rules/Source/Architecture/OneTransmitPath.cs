using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TwcBridge.SystemTests.Rules.Source.Architecture;

/// <summary>Making an encoder is wiring and may happen elsewhere; calling it may not. Nothing is
/// asked before the encoder exists.</summary>
internal sealed class OneTransmitPath : SourceRule
{
    private const string Encoder = "TwcBridge.Wire.FrameEncoder";

    private const string EncoderSample =
        "namespace TwcBridge.Wire { public class FrameEncoder { public int Encode() => 1; } } ";

    public override string Reason => "Every outgoing frame passes the allow-list, so only one type "
        + "may make frames.";

    public override SourceFile[] Caught =>
    [
        Sample(EncoderSample + "namespace TwcBridge.Bus { using TwcBridge.Wire; "
            + "class A { int F(FrameEncoder e) => e.Encode(); } "
            + "class B { FrameEncoder _e = new FrameEncoder(); int G() => _e.Encode(); } }"),
        Sample(EncoderSample + "class A { int F(TwcBridge.Wire.FrameEncoder e) => e.Encode(); } "
            + "class B { System.Func<int> G(TwcBridge.Wire.FrameEncoder e) => e.Encode; }"),
    ];

    public override SourceFile[] Clean =>
    [
        Sample("class A { } class B { }"),
        Sample(EncoderSample + "namespace TwcBridge.Bus { using TwcBridge.Wire; "
            + "class A { int F(FrameEncoder e) => e.Encode(); int G(FrameEncoder e) => e.Encode(); "
            + "class In { int H(FrameEncoder e) => e.Encode(); } } "
            + "class B { A _a; FrameEncoder _e = new FrameEncoder(); } }"),
        Sample("class A { int F(B b) => b.Encode(); } class B { public int Encode() => 1; }"),
    ];

    public override IEnumerable<Violation> Check(SourceSet sources)
    {
        Violation[] calls = sources.Files.Where(file => file.IsFirmware)
            .SelectMany(file => sources.NamesIn(file)
                .Where(named => IsEncoding(named.Symbol))
                .Select(named => At(file, named.Name, CallerOf(named.Name))))
            .Where(call => call.Message != Encoder).ToArray();
        return calls.DistinctBy(call => call.Message).Count() <= 1 ? [] : calls;
    }

    private static bool IsEncoding(ISymbol symbol)
    {
        return symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary }
            && symbol.ContainingType.ToDisplayString() == Encoder;
    }

    /// <summary>The type around a call, the outermost if it is nested.</summary>
    private static string CallerOf(SyntaxNode call)
    {
        return MemberNames.Of(call.Ancestors().OfType<BaseTypeDeclarationSyntax>().Last());
    }
}
