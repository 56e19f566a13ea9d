using System;
using System.Collections.Generic;
using System.IO;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>What was once found, or is known to be nasty, is tried at every run: the lines of
/// tests/findings.</summary>
[TestClass]
public sealed class FindingTests
{
    private static readonly string Folder = Repository.Absolute("tests/findings");

    public static IEnumerable<object[]> Files()
    {
        foreach (string file in Directory.EnumerateFiles(Folder, "*.txt"))
        {
            yield return [Path.GetFileNameWithoutExtension(file)];
        }
    }

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Stands_what_was_found_before(string name)
    {
        FuzzTarget target = FuzzTargets.Of(name);
        int count = 0;
        foreach (string line in File.ReadLines(Path.Combine(Folder, name + ".txt")))
        {
            string hex = line.Split('#')[0].Replace(" ", "");
            if (hex.Length > 0)
            {
                byte[] bytes = Convert.FromHexString(hex);
                Assert.IsNull(Fuzzer.FaultOf(target, bytes, bytes.Length), $"{name}: {line}");
                count++;
            }
        }
        Assert.AreNotEqual(0, count, "a file without findings");
    }
}
