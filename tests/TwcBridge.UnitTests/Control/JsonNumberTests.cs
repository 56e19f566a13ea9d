using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class JsonNumberTests
{
    private const int Exact = (int)NumberStatus.Exact;
    private const int TooLarge = (int)NumberStatus.TooLarge;
    private const int TooPrecise = (int)NumberStatus.TooPrecise;

    [TestMethod]
    [DataRow("0", 2, 0L)]
    [DataRow("-0", 2, 0L)]
    [DataRow("-0.000", 2, 0L)]
    [DataRow("0e999999999999", 2, 0L)]
    [DataRow("16.5", 2, 1650L)]
    [DataRow("16.55", 2, 1655L)]
    [DataRow("-16.55", 2, -1655L)]
    [DataRow("16.5500000000000000000000000000", 2, 1655L)]
    [DataRow("0.01", 2, 1L)]
    [DataRow("10", 0, 10L)]
    [DataRow("1e2", 0, 100L)]
    [DataRow("1E+2", 0, 100L)]
    [DataRow("1.65e1", 2, 1650L)]
    [DataRow("165000e-4", 2, 1650L)]
    [DataRow("1e-2", 2, 1L)]
    [DataRow("100e-2", 0, 1L)]
    [DataRow("0.00000000000000000000000000012e30", 0, 120L)]
    [DataRow("120000000000000000000000000000e-28", 0, 12L)]
    [DataRow("1e00000000000000000000000000000001", 0, 10L)]
    [DataRow("999999999999999999", 0, 999999999999999999L)]
    [DataRow("-999999999999999999", 0, -999999999999999999L)]
    [DataRow("9999999999999999.99", 2, 999999999999999999L)]
    [DataRow("1020304050607080.90", 2, 102030405060708090L)]
    public void Takes_what_is_a_whole_number_of_the_unit(string text, int decimals, long expected)
    {
        Check(text, decimals, Exact, expected);
    }

    [TestMethod]
    [DataRow("16.555", 2, 1655L)]
    [DataRow("-16.559", 2, -1655L)]
    [DataRow("16.5", 0, 16L)]
    [DataRow("13.333333333333333333333333333333", 2, 1333L)]
    [DataRow("1e-3", 2, 0L)]
    [DataRow("0.0000000000000000000000000000001", 2, 0L)]
    [DataRow("1.00000000000000000000000000001", 2, 100L)]
    [DataRow("9999999999999999.999", 2, 999999999999999999L)]
    [DataRow("1e-999999999999", 2, 0L)]
    [DataRow("1e-2147483648", 2, 0L)]
    public void Cuts_what_is_too_precise_towards_zero(string text, int decimals, long expected)
    {
        Check(text, decimals, TooPrecise, expected);
    }

    [TestMethod]
    [DataRow("1000000000000000000", 0, TooLarge)]
    [DataRow("10000000000000000.01", 2, TooLarge)]
    [DataRow("1e17", 2, TooLarge)]
    [DataRow("1e400", 2, TooLarge)]
    [DataRow("-1e400", 2, TooLarge)]
    [DataRow("1e2147483648", 2, TooLarge)]
    [DataRow("1e4294967296", 2, TooLarge)]
    [DataRow("1e999999999999", 2, TooLarge)]
    [DataRow("9223372036854775808", 0, TooLarge)]
    [DataRow("18446744073709551617", 0, TooLarge)]
    public void Tells_no_number_that_is_too_large(string text, int decimals, int expected)
    {
        Check(text, decimals, expected, 0);
    }

    [TestMethod]
    public void Takes_every_centiamp_of_the_bus()
    {
        ByteWriter written = new ByteWriter(16);
        JsonReader reader = new JsonReader();
        for (int centiamps = 0; centiamps <= Centiamps.Max; centiamps++)
        {
            written.Clear();
            written.Amps(centiamps);
            reader.Restart(written.Buffer, 0, written.Length);
            reader.Next();
            Assert.IsTrue(reader.TryNumber(Centiamps.Decimals, out long read) && read == centiamps);
        }
    }

    private static void Check(string text, int decimals, int status, long expected)
    {
        JsonReader reader = new JsonReader();
        byte[] bytes = TestText.Bytes(text);
        reader.Restart(bytes, 0, bytes.Length);
        Assert.AreEqual((int)JsonToken.Number, (int)reader.Next());
        Assert.AreEqual(status, (int)reader.Number(decimals, out long scaled));
        Assert.AreEqual(expected, scaled);
    }
}
