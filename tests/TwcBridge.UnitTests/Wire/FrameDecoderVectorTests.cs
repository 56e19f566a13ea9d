using TwcBridge.Wire;

namespace TwcBridge.UnitTests.Wire;

/// <summary>Every vector, fed in every hostile way that the line knows.</summary>
[TestClass]
public class FrameDecoderVectorTests
{
    private const string NextBody = "FD E0 82 04 77 77 01 06 40 05 DC 00 00 00 00 7C";

    private readonly byte[] _next = PlainFrame.Wire(Hex.Parse(NextBody));

    [TestMethod]
    public void Decodes_every_vector()
    {
        int count = 0;
        foreach (FrameVector vector in FrameVectors.All())
        {
            count++;
            DecoderRig rig = new DecoderRig();
            rig.Hear(vector.Wire);
            Assert.AreEqual(vector.Says, rig.Transcript.Said, vector.Name);
            Assert.AreEqual(vector.Body, rig.Transcript.LastBody, vector.Name);
        }
        Assert.IsTrue(count >= 190, "a table is missing: " + count);
    }

    [TestMethod]
    public void The_naive_model_reads_every_vector_alike()
    {
        foreach (FrameVector vector in FrameVectors.All())
        {
            SymbolStream stream = new SymbolStream(vector.Wire.Length);
            stream.Add(vector.Wire);
            Transcript transcript = NaiveDecoder.Read(stream);
            Assert.AreEqual(vector.Says, transcript.Said, vector.Name);
            Assert.AreEqual(vector.Body, transcript.LastBody, vector.Name);
        }
    }

    [TestMethod]
    public void Passes_a_frame_at_its_closing_delimiter_whatever_is_asked_in_between()
    {
        foreach (FrameVector vector in FrameVectors.All())
        {
            DecoderRig rig = new DecoderRig();
            foreach (byte value in vector.Wire)
            {
                bool passed = rig.Hear(value) == DecodeStatus.Frame;
                Assert.IsTrue(!passed || value == 0xC0, vector.Name);
                bool inside = rig.Decoder.IsInsideFrame;
                Assert.AreEqual(inside, rig.Decoder.IsInsideFrame, vector.Name);
                Assert.AreEqual(rig.Transcript.FrameCount,
                    (int)rig.Decoder.CountOf(DecodeStatus.Frame), vector.Name);
            }
            Assert.AreEqual(vector.Says, rig.Transcript.Said, vector.Name);
        }
    }

    [TestMethod]
    public void Takes_nothing_from_a_vector_that_is_cut()
    {
        foreach (FrameVector vector in FrameVectors.All())
        {
            for (int cut = 0; cut < vector.Wire.Length; cut++)
            {
                CutAndGoOn(vector, cut);
            }
        }
    }

    [TestMethod]
    public void Loses_what_a_silence_interrupts_and_no_more()
    {
        foreach (FrameVector vector in FrameVectors.All())
        {
            for (int at = 0; at <= vector.Wire.Length; at++)
            {
                FallSilentAndGoOn(vector, at);
            }
        }
    }

    [TestMethod]
    public void Decodes_every_vector_after_every_other_vector()
    {
        DecoderRig rig = new DecoderRig();  // One on purpose: no vector may poison the next.
        foreach (FrameVector before in FrameVectors.All())
        {
            ExpectAllAfter(before, rig);
        }
    }

    [TestMethod]
    [DataRow("00")]
    [DataRow("FF")]
    [DataRow("FF FE F8 F0 00 00 80")]
    [DataRow("C0")]
    [DataRow("C0 C0 C0")]
    [DataRow("DB")]
    [DataRow("C0 DB")]
    [DataRow("C0 DB 00")]
    [DataRow("C0 DB DB DB DB")]
    [DataRow("C0 FC")]
    [DataRow("C0 FD E0 82 04")]
    [DataRow("C0 FD E0 82 04 77 77 01 06 40 05 DC 00 00 00 00 7D")]
    [DataRow("C0 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10 11 12 13 14 15 16 17 18")]
    [DataRow("C0 7C 00 C0 7C 00 C0 FE")]
    public void Decodes_every_vector_after(string noise)
    {
        ExpectAllAfter(FrameVector.Refused(noise, "", noise), new DecoderRig());
    }

    [TestMethod]
    [DataRow("FE")]
    [DataRow("FC")]
    [DataRow("F8")]
    [DataRow("FA")]
    [DataRow("F0")]
    [DataRow("FF")]
    [DataRow("FD")]
    [DataRow("00")]
    [DataRow("FF FF FE")]
    public void Ignores_the_tail(string tail)
    {
        foreach (FrameVector vector in FrameVectors.All())
        {
            DecoderRig rig = new DecoderRig();
            rig.Hear(vector.Wire);
            rig.Hear(Hex.Parse(tail));
            Assert.AreEqual(vector.Says, rig.Transcript.Said, vector.Name);
            rig.Hear(_next);
            ExpectNext(rig, vector.Name);
        }
    }

    private static void ExpectAllAfter(FrameVector before, DecoderRig rig)
    {
        foreach (FrameVector vector in FrameVectors.All())
        {
            rig.Hear(before.Wire);
            rig.Restart();
            rig.Hear(vector.Wire);
            string name = vector.Name + " after " + before.Name;
            Assert.IsTrue(rig.Transcript.Said.EndsWith(vector.Says), name);
            Assert.AreEqual(vector.Body, rig.Transcript.LastBody, name);
        }
    }

    private void CutAndGoOn(FrameVector vector, int cut)
    {
        SymbolStream stream = new SymbolStream(vector.Wire.Length + _next.Length);
        stream.Add(vector.Wire, 0, cut);
        stream.Add(_next);
        DecoderRig rig = new DecoderRig();
        rig.Hear(stream);
        string name = vector.Name + " cut at " + cut;
        Assert.AreEqual(NaiveDecoder.Read(stream).Said, rig.Transcript.Said, name);
        ExpectNext(rig, name);
    }

    private void FallSilentAndGoOn(FrameVector vector, int at)
    {
        SymbolStream stream = new SymbolStream(vector.Wire.Length + _next.Length + 1);
        stream.Add(vector.Wire, 0, at);
        stream.Add(DecoderRig.Silence);
        stream.Add(vector.Wire, at, vector.Wire.Length);
        stream.Add(_next);
        DecoderRig rig = new DecoderRig();
        rig.Hear(stream);
        string name = vector.Name + " silent at " + at;
        Assert.AreEqual(NaiveDecoder.Read(stream).Said, rig.Transcript.Said, name);
        ExpectNext(rig, name);
    }

    private static void ExpectNext(DecoderRig rig, string name)
    {
        Assert.AreEqual(NextBody, rig.Transcript.LastBody, name);
        Assert.IsTrue(rig.Transcript.Said.EndsWith("Frame"), name);
    }
}
