using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using TwcBridge.VirtualDevice.Captures;

namespace TwcBridge.SystemTests.Host;

[TestClass]
public class CaptureWriterTests
{
    [TestMethod]
    public void Writes_time_direction_bytes_and_comment()
    {
        StringWriter text = new();
        CaptureWriter writer = new(text);

        writer.WriteComment("two lines");
        writer.Write(1_234_567, CaptureDirection.Sent, [0xC0, 0x0B], "a\nb\r");
        writer.Write(null, CaptureDirection.Unknown, [0x00], "");

        Assert.AreEqual(
            "# two lines\n"
            + "    1234.567 > C0 0B" + new string(' ', 50) + "# a b \n"
            + "00\n",
            text.ToString());
    }

    [TestMethod]
    public void Reads_back_what_it_wrote()
    {
        StringWriter text = new();
        CaptureWriter writer = new(text);
        writer.Write(0, CaptureDirection.Heard, [0xC0, 0xFF], "# a comment # in a comment");
        writer.Write(999_999_999_999, CaptureDirection.Unknown, [0x12], "");

        CaptureRecord[] records =
            CaptureReader.Read(new StringReader(text.ToString())).ToArray();

        Assert.AreEqual(0L, records[0].AtUs);
        Assert.AreEqual(CaptureDirection.Heard, records[0].Direction);
        CollectionAssert.AreEqual(new byte[] { 0xC0, 0xFF }, records[0].Bytes);
        Assert.AreEqual(999_999_999_999L, records[1].AtUs);
    }

    [TestMethod]
    public void Hands_over_whole_lines_only()
    {
        RecordingStream file = new();
        using StreamWriter text = new(file, new UTF8Encoding(false));
        CaptureWriter writer = new(text);

        writer.Write(1, CaptureDirection.Sent, new byte[40], "long");
        writer.WriteComment("short");

        Assert.HasCount(2, file.Writes);
        Assert.IsTrue(file.Writes.All(written => written.EndsWith('\n')));
    }

    /// <summary>Keeps every write apart, as a file sees them.</summary>
    private sealed class RecordingStream : MemoryStream
    {
        public List<string> Writes { get; } = [];

        public override void Write(byte[] buffer, int offset, int count)
        {
            Writes.Add(Encoding.UTF8.GetString(buffer, offset, count));
        }

        public override void Write(System.ReadOnlySpan<byte> buffer)
        {
            Writes.Add(Encoding.UTF8.GetString(buffer));
        }
    }
}
