using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using TwcBridge.SystemTests.Rules.Il;
using TwcBridge.SystemTests.Rules.Il.BusPath;
using TwcBridge.SystemTests.Rules.Referee;

namespace TwcBridge.SystemTests.Rules;

/// <summary>From a received byte to a sent frame nothing is allocated and nothing thrown.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class BusPathTests
{
    public static IEnumerable<object[]> RuleNames =>
        BusPathRules.All.Select(rule => new object[] { rule.Name });

    [TestMethod]
    public void Every_root_of_the_bus_path_exists()
    {
        Expect.Nothing(BusPathRoots.Missing(Firmware()));
    }

    [TestMethod]
    [DynamicData(nameof(RuleNames))]
    public void The_bus_path_is_free_of(string ruleName)
    {
        BusPathRule rule = BusPathRules.All.Single(rule => rule.Name == ruleName);
        Expect.Nothing(rule.Reason, Exemptions.Remaining(Broken(rule)).Select(v => v.ToString()));
    }

    [TestMethod]
    [DynamicData(nameof(RuleNames))]
    public void Every_sample_is_judged_as_its_rule_says(string ruleName)
    {
        BusPathRule rule = BusPathRules.All.Single(rule => rule.Name == ruleName);
        Assert.IsNotEmpty(BrokenInSample(rule, $"class C {{ {rule.Caught} }}"));
        Assert.IsEmpty(BrokenInSample(rule, $"class C {{ {rule.Clean} }}"));
    }

    [TestMethod]
    [DataRow("interface", "I _i = new D(); void Root() { _i.F(); }")]
    [DataRow("abstract class", "B _b = new D(); void Root() { _b.F(); }")]
    [DataRow("inherited implementation", "I _i = new E(); void Root() { _i.F(); }")]
    [DataRow("property", "object P => new object(); object Root() => P;")]
    public void Follows_calls_to_every_implementation(string what, string members)
    {
        const string Types = """
            interface I { void F(); }
            abstract class B { public abstract void F(); }
            class D : B, I { object _o; public override void F() { _o = new object(); } }
            class E : D { }
            """;
        BusPathRule rule = BusPathRules.All.Single(rule => rule.Name == "NewObject");
        Assert.IsNotEmpty(BrokenInSample(rule, $"class C {{ {members} }} {Types}"), what);
    }

    internal static IEnumerable<Violation> Broken(BusPathRule rule)
    {
        CallGraph graph = Firmware();
        return BusPathScan.Run(rule, graph, BusPathRoots.Find(graph));
    }

    private static CallGraph Firmware()
    {
        return new CallGraph(DeviceBuild.Firmware.Select(IlAssembly.Of));
    }

    private static IEnumerable<Violation> BrokenInSample(BusPathRule rule, string source)
    {
        CallGraph graph = new([IlAssembly.OfSample(source)]);
        MethodDefinition[] roots = graph.Find("C", "Root");
        Assert.ContainsSingle(roots);
        return BusPathScan.Run(rule, graph, roots);
    }
}
