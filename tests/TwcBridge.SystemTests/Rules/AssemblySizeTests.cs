using System.Collections.Generic;
using System.Linq;
using TwcBridge.SystemTests.Rules.Il;
using TwcBridge.SystemTests.Rules.Referee;
using TwcBridge.SystemTests.Rules.Size;

namespace TwcBridge.SystemTests.Rules;

[TestClass]
[DoNotParallelize]
public sealed class AssemblySizeTests
{
    public static IEnumerable<object[]> Projects =>
        DeviceBuild.Firmware.Select(name => new object[] { name });

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DynamicData(nameof(Projects))]
    public void Tells_what_the_firmware_brings_to_the_device(string project)
    {
        AssemblySize size = AssemblySize.Of(IlAssembly.Of(project));
        TestContext.WriteLine($"figure: {project}: {size}");
        Assert.AreEqual(DeviceBuild.Project(project).Sources.Length > 0, size.Types > 0);
    }

    [TestMethod]
    public void Counts_code_text_tables_and_names()
    {
        const string Source = """
            class Abc
            {
                static readonly byte[] Table = { 1, 2, 3, 4, 5 };
                object F(bool a) => a ? "four" : G();
                object G() => "four";
            }
            """;
        AssemblySize size = AssemblySize.Of(IlAssembly.OfSample(Source));

        Assert.AreEqual(1, size.Types);
        Assert.AreEqual(4, size.Methods, "two written, two initialisers");
        Assert.AreEqual(1, size.Fields);
        Assert.AreEqual("four".Length + 1, size.TextBytes);
        Assert.AreEqual(5, size.TableBytes);
        Assert.AreEqual("Abc.F.G..ctor..cctor.Table.".Length, size.NameBytes);
        Assert.AreEqual(16 + 6 + 23 + 7, size.CodeBytes, "F, G, .cctor, .ctor");
    }
}
