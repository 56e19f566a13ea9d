using System;
using System.IO;
using System.Linq;
using TwcBridge.VirtualDevice.Captures;

namespace TwcBridge.SystemTests.Host;

[TestClass]
public class CaptureReaderTests
{
    [TestMethod]
    [DataRow("C0 FB E0", "- ? C0FBE0")]
    [DataRow("c0fbe0", "- ? C0FBE0")]
    [DataRow("C0FB E0", "- ? C0FBE0")]
    [DataRow("0xC0, 0xfb,0XE0,", "- ? C0FBE0")]
    [DataRow("0x5 0x0", "- ? 0500")]
    [DataRow("\tC0\tFB\r", "- ? C0FB")]
    [DataRow("1234.567 > C0  # heartbeat to 8204", "1234567 > C0")]
    [DataRow("   0.001 < C0", "1 < C0")]
    [DataRow("1234.5 C0", "1234500 ? C0")]
    [DataRow("1234 < C0", "1234000 < C0")]
    [DataRow("1234 C0", "- ? 1234C0")]
    [DataRow("> C0", "- > C0")]
    [DataRow("< C0#no space before the comment", "- < C0")]
    public void Reads_a_line(string line, string expected)
    {
        CaptureRecord record = CaptureReader.Read(new StringReader(line)).Single();
        Assert.AreEqual(expected, Describe(record));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("   ")]
    [DataRow("# a comment with C0")]
    [DataRow("  # 1.0 > C0\r\n\n")]
    public void Skips_lines_without_bytes(string text)
    {
        Assert.IsEmpty(CaptureReader.Read(new StringReader(text)));
    }

    [TestMethod]
    [DataRow("C0 G1", CaptureError.NotHex, "'G1'")]
    [DataRow("C0 0xZ1", CaptureError.NotHex, "'0xZ1'")]
    [DataRow("12:30:01 C0", CaptureError.NotHex, "'12:30:01'")]
    [DataRow("C0 F", CaptureError.HalfByte, "'F'")]
    [DataRow("C0 0x", CaptureError.HalfByte, "'0x'")]
    [DataRow("C0FBE", CaptureError.HalfByte, "'C0FBE'")]
    [DataRow("0xC0F", CaptureError.HalfByte, "'0xC0F'")]
    [DataRow("1.2.3 > C0", CaptureError.BadTime, "'1.2.3'")]
    [DataRow("-1.0 > C0", CaptureError.BadTime, "'-1.0'")]
    [DataRow("9999999999999.0 > C0", CaptureError.BadTime, "milliseconds")]
    [DataRow("C0 > C1", CaptureError.BadTime, "'C0'")]
    [DataRow("1.0", CaptureError.NoBytes, "no bytes")]
    [DataRow("1.0 >", CaptureError.NoBytes, "no bytes")]
    [DataRow("<", CaptureError.NoBytes, "no bytes")]
    [DataRow("C0 > > C1", CaptureError.BadTime, "'C0'")]
    [DataRow("> > C1", CaptureError.BadTime, "'>'")]
    public void Names_the_fault_and_its_line(string line, CaptureError error, string words)
    {
        StringReader text = new("# first\nC0\n" + line + "\nC0\n");

        CaptureFormatException fault = Assert.ThrowsExactly<CaptureFormatException>(
            () => CaptureReader.Read(text).Count());

        Assert.AreEqual(error, fault.Error);
        Assert.Contains(words, fault.Message);
        Assert.AreEqual(3, fault.LineNumber);
        Assert.StartsWith("line 3: ", fault.Message);
    }

    [TestMethod]
    [DataRow("{ \"vectors\": [", CaptureError.NotJson, "JSON")]
    [DataRow("{ \"frames\": [] }", CaptureError.NoVectors, "vectors")]
    [DataRow("{ \"vectors\": 3 }", CaptureError.NoVectors, "vectors")]
    [DataRow("{ \"vectors\": [ 7 ] }", CaptureError.NoVectors, "vector 1")]
    [DataRow("{ \"vectors\": [ { \"name\": \"x\" } ] }", CaptureError.NoVectors, "x has no")]
    [DataRow("{ \"vectors\": [ { \"wire_hex\": \"C\" } ] }", CaptureError.HalfByte, "'C'")]
    public void Names_the_fault_of_a_vector_file(string json, CaptureError error, string words)
    {
        CaptureFormatException fault = Assert.ThrowsExactly<CaptureFormatException>(
            () => CaptureReader.Read(new StringReader(json)).Count());

        Assert.AreEqual(error, fault.Error);
        Assert.Contains(words, fault.Message);
    }

    [TestMethod]
    public void Reads_vectors_from_json()
    {
        const string Json = """

            {
              "note": "frames",
              "vectors": [
                { "name": "one", "wire_hex": "C0 FB", "protocol": 1 },
                { "wire_hex": "C0" }
              ]
            }
            """;
        CaptureRecord[] records = CaptureReader.Read(new StringReader(Json)).ToArray();

        Assert.AreEqual("one: - ? C0FB, vector 2: - ? C0", string.Join(", ",
            records.Select(record => $"{record.VectorName}: {Describe(record)}")));
    }

    [TestMethod]
    public void Reads_a_line_before_the_next_one_has_come()
    {
        StringReader text = new("C0\nnot hex\n");
        Assert.AreEqual("- ? C0", Describe(CaptureReader.Read(text).First()));
    }

    private static string Describe(CaptureRecord record)
    {
        string direction = record.Direction switch
        {
            CaptureDirection.Sent => ">",
            CaptureDirection.Heard => "<",
            _ => "?",
        };
        string time = record.AtUs?.ToString() ?? "-";
        return $"{time} {direction} {Convert.ToHexString(record.Bytes)}";
    }
}
