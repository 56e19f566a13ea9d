using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class ByteWriterTests
{
    [TestMethod]
    [DataRow(0L, 0, "0")]
    [DataRow(0L, 2, "0.00")]
    [DataRow(5L, 2, "0.05")]
    [DataRow(-5L, 2, "-0.05")]
    [DataRow(1305L, 2, "13.05")]
    [DataRow(-1305L, 1, "-130.5")]
    [DataRow(1L, 18, "0.000000000000000001")]
    [DataRow(long.MaxValue, 0, "9223372036854775807")]
    [DataRow(long.MinValue, 0, "-9223372036854775808")]
    [DataRow(long.MinValue, 18, "-9.223372036854775808")]
    public void Writes_numbers_with_a_fixed_point(long value, int decimals, string expected)
    {
        ByteWriter output = new ByteWriter(24);
        output.Decimal(value, decimals);
        Assert.AreEqual(expected, TestText.Row(output));
    }

    [TestMethod]
    [DataRow(0, "0.0")]
    [DataRow(600, "6.0")]
    [DataRow(1280, "12.8")]
    [DataRow(1285, "12.85")]
    [DataRow(5, "0.05")]
    [DataRow(-25, "-0.25")]
    [DataRow(65535, "655.35")]
    [DataRow(int.MinValue, "-21474836.48")]
    public void Writes_amps_with_one_decimal_or_two(int centiamps, string expected)
    {
        ByteWriter output = new ByteWriter(24);
        output.Amps(centiamps);
        Assert.AreEqual(expected, TestText.Row(output));
    }

    [TestMethod]
    [DataRow(0x1A2B, 4, "1a2b")]
    [DataRow(0x2B, 4, "002b")]
    [DataRow(0xF9, 2, "f9")]
    [DataRow(-1, 8, "ffffffff")]
    public void Writes_hex_with_its_zeros(int value, int digits, string expected)
    {
        ByteWriter output = new ByteWriter(8);
        output.Hex(value, digits);
        Assert.AreEqual(expected, TestText.Row(output));
    }

    [TestMethod]
    public void Tells_what_did_not_fit_and_starts_afresh_when_cleared()
    {
        ByteWriter output = new ByteWriter(3);
        output.Ascii("abc");
        Assert.IsFalse(output.Overflowed, "full is not too full");
        output.Byte('d');
        Assert.IsTrue(output.Overflowed);
        Assert.AreEqual(3, output.Length);
        output.Clear();
        Assert.IsFalse(output.Overflowed);
        output.Bytes(new byte[] { 1, 2, 3, 4, 5 }, 1, 3);
        Assert.IsFalse(output.Overflowed);
        Assert.AreEqual(4, (int)output.Buffer[2]);
        output.Clear();
        output.Byte('a');
        output.Bytes(new byte[3], 0, 3);
        Assert.IsTrue(output.Overflowed);
        Assert.AreEqual(1, output.Length);
    }
}
