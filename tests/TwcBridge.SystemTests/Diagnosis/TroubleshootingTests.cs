using System;
using System.IO;
using TwcBridge.Bus;
using TwcBridge.Control;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Diagnosis;

[TestClass]
public sealed class TroubleshootingTests
{
    [TestMethod]
    public void Every_finding_is_explained()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs/troubleshooting.md"));
        foreach (BusFinding finding in Enum.GetValues<BusFinding>())
        {
            string code = DiagnosisWords.CodeOf(finding);
            Assert.IsTrue(text.Contains($"\n| [`{code}`](#{code}) |"), $"{code} in the table");
            Assert.IsTrue(text.Contains($"\n## {code}\n"), $"a section for {code}");
        }
    }
}
