using System.Linq;
using TwcBridge.SystemTests.Rules.Il;
using TwcBridge.SystemTests.Rules.Il.BusPath;
using TwcBridge.SystemTests.Rules.Referee;
using TwcBridge.SystemTests.Rules.Source;

namespace TwcBridge.SystemTests.Rules;

[TestClass]
[DoNotParallelize]
public sealed class ExemptionTests
{
    [TestMethod]
    public void No_exemption_outlives_its_violation()
    {
        Violation[] source = SourceRules.All
            .SelectMany(rule => rule.Check(SourceSet.OfRepository)).ToArray();
        Violation[] compiled = !ApiLibrary.IsListed ? [] : IlRules.All
            .SelectMany(IlRuleTests.Broken)
            .Concat(BusPathRules.All.SelectMany(BusPathTests.Broken)).ToArray();
        Expect.Nothing(Exemptions.All
            .Where(exempt => IsJudged(exempt) && !source.Concat(compiled).Any(exempt.Covers))
            .Select(exempt => $"{exempt.Rule} needs no exemption for {exempt.Where} any more"));
    }

    [TestMethod]
    public void Every_exemption_names_a_rule_and_a_reason()
    {
        string[] rules = SourceRules.All.Select(rule => rule.Name)
            .Concat(IlRules.All.Select(rule => rule.Name))
            .Concat(BusPathRules.All.Select(rule => rule.Name)).ToArray();
        CollectionAssert.AllItemsAreUnique(rules);
        Expect.Nothing(Exemptions.All
            .Where(exempt => !rules.Contains(exempt.Rule) || exempt.Reason.Length == 0)
            .Select(exempt => $"{exempt.Rule} for {exempt.Where}"));
    }

    /// <summary>Rules about IL have nothing to say where the listings are not there.</summary>
    private static bool IsJudged(Exemption exempt)
    {
        return ApiLibrary.IsListed || SourceRules.All.Any(rule => rule.Name == exempt.Rule);
    }
}
