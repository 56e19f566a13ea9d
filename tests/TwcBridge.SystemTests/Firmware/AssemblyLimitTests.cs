using System.Linq;
using TwcBridge.SystemTests.Rules.Il;
using TwcBridge.SystemTests.Rules.Referee;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>
/// An assembly of the device addresses its code and its text with 16 bits (CLR_OFFSET, CLR_STRING
/// of nanoCLR_Types.h), and the metadata processor lets the count run over without a word.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class AssemblyLimitTests
{
    // Of 65,536, because the size is an estimate.
    private const int MostBytes = 60_000;

    // Of all our assemblies together. The goal is 150 KB; until it is reached again, at least
    // nothing grows unnoticed (firmware/README.md).
    private const int Ceiling = 188 * 1024;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(DeviceBuild.Core)]
    [DataRow(DeviceBuild.Http)]
    [DataRow(DeviceBuild.Device)]
    [DataRow("Bus")]
    [DataRow("Charging")]
    [DataRow("Control")]
    [DataRow("Network")]
    public void An_assembly_stays_within_what_the_device_can_address(string project)
    {
        PackedSize size = PackedSize.Of(IlAssembly.Of(project));
        TestContext.WriteLine($"{project}: {size}");
        Assert.IsTrue(size.Code < MostBytes, $"{size.Code} bytes of code");
        Assert.IsTrue(size.Text < MostBytes, $"{size.Text} bytes of text");
    }

    [TestMethod]
    public void All_our_assemblies_stay_below_the_ceiling()
    {
        int sum = DeviceBuild.Firmware.Sum(name => PackedSize.Of(IlAssembly.Of(name)).Total);
        TestContext.WriteLine($"figure: all .pe about {sum} bytes, at most {Ceiling}");
        Assert.IsTrue(sum <= Ceiling, $"{sum} bytes");
    }
}
