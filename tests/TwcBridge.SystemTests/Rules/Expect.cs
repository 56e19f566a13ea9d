using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Rules;

internal static class Expect
{
    public static void Nothing(IEnumerable<string> findings)
    {
        Nothing("", findings);
    }

    /// <summary>Fails with one line for each finding, so that a reader sees all of them.</summary>
    public static void Nothing(string reason, IEnumerable<string> findings)
    {
        string[] all = findings.ToArray();
        if (all.Length > 0)
        {
            Assert.Fail($"{all.Length} found. {reason}\n{string.Join('\n', all)}");
        }
    }
}
