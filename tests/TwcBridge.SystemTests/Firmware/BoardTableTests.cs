using System;
using System.IO;

namespace TwcBridge.SystemTests.Firmware;

[TestClass]
public sealed class BoardTableTests
{
    [TestMethod]
    public void The_boards_of_the_firmware_are_those_of_nf_targets()
    {
        string expected = BoardTableSource.Generate();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(BoardTableSource.Path, expected);
        }
        Assert.IsTrue(expected == File.ReadAllText(BoardTableSource.Path),
            "BoardTable.cs is not of this nf-targets.json: run the test with UPDATE_GOLDENS=1.");
    }
}
