using System;
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

    // Of all our assemblies together. The goal is 150 KB; until it is reached, at least nothing
    // grows unnoticed (firmware/BOARD.md).
    private const int Ceiling = 198 * 1024;

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
    public void Packs_a_source_into_as_many_bytes_as_were_counted_by_hand()
    {
        const string Source = """
            class Abc
            {
                static readonly byte[] Table = { 1, 2, 3, 4, 5 };
                int _wide;
                string F(int a) => a > 1000 ? "four" : G();
                string G() => "four";
            }
            """;
        PackedSize size = PackedSize.Of(IlAssembly.OfSample(Source));

        // F: ldarg.1, ldc.i4 1000, bgt.s, ldarg.0, call, ret, ldstr, ret. G: ldstr, ret.
        const int F = 1 + 5 + 2 + 1 + 3 + 1 + 3 + 1;
        const int G = 3 + 1;
        // ldc, newarr, dup, ldtoken, call, stsfld, ret; and ldarg, call, ret.
        const int Initialisers = (1 + 3 + 1 + 5 + 3 + 3 + 1) + (1 + 3 + 1);
        Assert.AreEqual(F + G + Initialisers, size.Code);
        int names = "Abc.F.G.Table._wide.four..Sample.RuntimeFieldHandle.".Length
            + "<PrivateImplementationDetails>.__StaticArrayInitTypeSize=5.".Length
            + "CompilerGeneratedAttribute.".Length + 64 + 1;
        Assert.IsTrue(Math.Abs(size.Text - names) < 80, $"{size.Text} for {names}");
    }

    [TestMethod]
    public void All_our_assemblies_stay_below_the_ceiling()
    {
        int sum = DeviceBuild.Firmware.Sum(name => PackedSize.Of(IlAssembly.Of(name)).Total);
        TestContext.WriteLine($"figure: all .pe about {sum} bytes, at most {Ceiling}");
        Assert.IsTrue(sum <= Ceiling, $"{sum} bytes");
    }
}
