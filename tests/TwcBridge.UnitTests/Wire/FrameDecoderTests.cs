using TwcBridge.Wire;

namespace TwcBridge.UnitTests.Wire;

[TestClass]
public class FrameDecoderTests
{
    private const string Good = "C0 FD E2 82 04 6F 0C 80 00 00 00 00 00 00 00 00 63 C0";

    private readonly DecoderRig _rig = new DecoderRig();

    [TestMethod]
    [DataRow((int)DecodeStatus.Frame, Good)]
    [DataRow((int)DecodeStatus.Runt, "C0 FD E2 82 C0")]
    [DataRow((int)DecodeStatus.BadLength, "C0 FD E2 82 04 6F C0")]
    [DataRow((int)DecodeStatus.BadChecksum,
        "C0 FD E2 82 04 6F 0C 80 00 00 00 00 00 00 00 00 64 C0")]
    [DataRow((int)DecodeStatus.BadEscape, "C0 FD DB 00 C0")]
    [DataRow((int)DecodeStatus.TooLong,
        "C0 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10 11 12 13 14 15 C0")]
    [DataRow((int)DecodeStatus.CutShort, "C0 FD E2 82 04 6F --")]
    public void Counts_what_it_says_three_times(int status, string stream)
    {
        for (int i = 0; i < 3; i++)
        {
            HearText(stream);
        }
        for (int i = 0; i < FrameDecoder.StatusCount; i++)
        {
            long count = _rig.Decoder.CountOf((DecodeStatus)i);
            Assert.AreEqual(i == status ? 3L : 0L, count, "status " + i);
        }
    }

    [TestMethod]
    public void Hears_a_frame_only_after_its_opening_delimiter()
    {
        byte[] wire = Hex.Parse(Good);
        _rig.Hear(wire, 1, wire.Length);
        Assert.AreEqual("", _rig.Transcript.Said);
        _rig.Hear(wire, 1, wire.Length);    // Its opening delimiter is the one before.
        Assert.AreEqual("Frame", _rig.Transcript.Said);
    }

    [TestMethod]
    public void Takes_just_the_lengths_of_the_bus()
    {
        for (int length = 1; length <= 24; length++)
        {
            _rig.Restart();
            _rig.Hear(PlainFrame.Wire(PlainFrame.Sum(new byte[length])));
            string expected = length < 5 ? "Runt"
                : length > 20 ? "TooLong"
                : length == 20 || (length >= 13 && length <= 16) ? "Frame"
                : "BadLength";
            Assert.AreEqual(expected, _rig.Transcript.Said, "length " + length);
        }
    }

    [TestMethod]
    public void Shows_the_body_with_its_length_until_the_next_byte()
    {
        byte[] body = _rig.Decoder.Body;
        HearText("C0 FF " + Good);
        Assert.AreEqual(16, _rig.Decoder.Length);
        Assert.AreSame(body, _rig.Decoder.Body);
        Assert.AreEqual("FD E2 82 04 6F 0C 80 00 00 00 00 00 00 00 00 63", Hex.Format(body, 16));
    }

    [TestMethod]
    public void Counts_a_silence_once_however_often_it_is_told()
    {
        HearText("C0 FD E2 -- -- -- C0 -- --");
        Assert.AreEqual("Runt", _rig.Transcript.Said);
    }

    [TestMethod]
    [DataRow("--", "")]
    [DataRow("FF FF --", "")]
    [DataRow("C0 --", "")]
    [DataRow("C0 DB --", "Runt")]
    [DataRow("C0 FC --", "Runt")]
    [DataRow("C0 01 02 03 04 --", "Runt")]
    [DataRow("C0 01 02 03 04 05 --", "CutShort")]
    [DataRow("C0 01 02 03 04 05 DB --", "CutShort")]
    [DataRow("C0 DB 00 01 --", "BadEscape")]
    [DataRow("C0 FD E2 82 04 6F 0C 80 00 00 00 00 00 00 00 00 63 --", "CutShort")]
    [DataRow(Good + " --", "Frame")]
    [DataRow(Good + " FC --", "Frame Runt")]
    public void A_silence_ends_what_was_begun(string stream, string said)
    {
        HearText(stream);
        Assert.AreEqual(said, _rig.Transcript.Said);
        HearText("01 02 03 04 05 06");
        Assert.AreEqual(said, _rig.Transcript.Said, "noise after the silence");
        _rig.Restart();
        HearText(Good);
        Assert.AreEqual("Frame", _rig.Transcript.Said);
    }

    [TestMethod]
    public void Knows_whether_somebody_is_talking()
    {
        // Each letter stands for one symbol of the stream: i inside a frame, o outside.
        ExpectInside("E2 82 C0 FD E2 82 04 6F", "oooo iiii");
        ExpectInside("C0 FD DB DD 82", "oo iii");
        ExpectInside("C0 FD DB 00 82", "oo ioo");
        ExpectInside("C0 FD E2 -- 82", "oo ioo");
        ExpectInside("C0 DB --", "oi o");
        ExpectInside("C0 00 00 C0 FC C0", "ooi ooo");
        ExpectInside(Good + " FC C0 FD E2", "oo iiiiiiiiiiiiiii o oooi");
        ExpectInside("C0 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10 11 12 13 14 15 16",
            "oo iiiiiiiiiiiiiiiiiii oo");
    }

    private void ExpectInside(string stream, string expected)
    {
        DecoderRig rig = new DecoderRig();
        string found = "";
        foreach (string symbol in stream.Split(' '))
        {
            rig.Hear(SymbolOf(symbol));
            found += rig.Decoder.IsInsideFrame ? "i" : "o";
        }
        string wanted = "";
        foreach (string part in expected.Split(' '))
        {
            wanted += part;
        }
        Assert.AreEqual(wanted, found, stream);
    }

    private void HearText(string stream)
    {
        foreach (string symbol in stream.Split(' '))
        {
            _rig.Hear(SymbolOf(symbol));
        }
    }

    private static int SymbolOf(string text)
    {
        return text == "--" ? DecoderRig.Silence : Hex.Parse(text)[0];
    }
}
