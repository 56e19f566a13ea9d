using System.Collections.Generic;
using System.Linq;
using TwcBridge.SystemTests.Rules.Il;
using TwcBridge.SystemTests.Rules.Referee;

namespace TwcBridge.SystemTests.Rules;

/// <summary>What compiles against the device's libraries and still must not run there. Cecil reads
/// lazily and is not safe for threads, so nothing here runs in parallel.</summary>
[TestClass]
[DoNotParallelize]
public sealed class IlRuleTests
{
    public static IEnumerable<object[]> RuleNames =>
        IlRules.All.Select(rule => new object[] { rule.Name });

    [TestMethod]
    [DynamicData(nameof(RuleNames))]
    public void Firmware_keeps(string ruleName)
    {
        IlRule rule = IlRules.All.Single(rule => rule.Name == ruleName);
        Expect.Nothing(rule.Reason, Exemptions.Remaining(Broken(rule)).Select(v => v.ToString()));
    }

    [TestMethod]
    [DynamicData(nameof(RuleNames))]
    public void Every_sample_is_judged_as_its_rule_says(string ruleName)
    {
        IlRule rule = IlRules.All.Single(rule => rule.Name == ruleName);
        foreach (string sample in rule.Caught)
        {
            Assert.IsNotEmpty(IlScan.Run(rule, IlAssembly.OfSample(sample)), sample);
        }
        foreach (string sample in rule.Clean)
        {
            Assert.IsEmpty(IlScan.Run(rule, IlAssembly.OfSample(sample)), sample);
        }
    }

    internal static IEnumerable<Violation> Broken(IlRule rule)
    {
        string[] bound = rule.BindsTests ? DeviceBuild.All : DeviceBuild.Firmware;
        return bound.SelectMany(project => IlScan.Run(rule, IlAssembly.Of(project)));
    }
}
