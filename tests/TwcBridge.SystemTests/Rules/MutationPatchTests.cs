using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace TwcBridge.SystemTests.Rules;

/// <summary>The deliberate breaks of tests/mutations say what they break and still fit the code, so
/// that the run of all of them, which takes long and is not part of these tests, can begin.
/// </summary>
[TestClass]
public sealed class MutationPatchTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "mutations");

    public static IEnumerable<object[]> Names =>
        Directory.GetFiles(Folder).Select(path => new object[] { Path.GetFileName(path) });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Fits_the_code(string name)
    {
        string patch = File.ReadAllText(Path.Combine(Folder, name));
        Assert.StartsWith("# ", patch, "says what it breaks");
        string[] files = Regex.Split(patch, "^--- a/", RegexOptions.Multiline);
        foreach (string file in files.Skip(1))
        {
            string path = file[..file.IndexOf('\n')];
            string code = "\n" + File.ReadAllText(Path.Combine(Repository.Root, path));
            string[] hunks = Regex.Split(file, "^@@.*\n", RegexOptions.Multiline);
            Assert.IsGreaterThan(1, hunks.Length);
            foreach (string hunk in hunks.Skip(1))
            {
                Assert.Contains(Before(hunk), code, $"{path} has these lines no more");
            }
        }
    }

    private static string Before(string hunk)
    {
        IEnumerable<string> kept = hunk.Split('\n')
            .Where(line => line.StartsWith(' ') || line.StartsWith('-'))
            .Select(line => line[1..]);
        return "\n" + string.Join("\n", kept) + "\n";
    }
}
