using System.Collections.Generic;
using System.Linq;
using TwcBridge.SystemTests.Rules.Source;

namespace TwcBridge.SystemTests.Rules;

/// <summary>Style and architecture, as far as a machine can tell. What it checks is not argued.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class SourceRuleTests
{
    public static IEnumerable<object[]> RuleNames =>
        SourceRules.All.Select(rule => new object[] { rule.Name });

    [TestMethod]
    [DynamicData(nameof(RuleNames))]
    public void The_repository_keeps(string ruleName)
    {
        SourceRule rule = SourceRules.All.Single(rule => rule.Name == ruleName);
        IEnumerable<Violation> broken = rule.Check(SourceSet.OfRepository);
        Expect.Nothing(rule.Reason, Exemptions.Remaining(broken).Select(v => v.ToString()));
    }

    [TestMethod]
    [DynamicData(nameof(RuleNames))]
    public void Every_sample_is_judged_as_its_rule_says(string ruleName)
    {
        SourceRule rule = SourceRules.All.Single(rule => rule.Name == ruleName);
        foreach (SourceFile sample in rule.Caught)
        {
            Assert.IsNotEmpty(rule.Check(new SourceSet([sample])), sample.Text);
        }
        foreach (SourceFile sample in rule.Clean)
        {
            Expect.Nothing(sample.Text,
                rule.Check(new SourceSet([sample])).Select(found => found.ToString()));
        }
    }
}
