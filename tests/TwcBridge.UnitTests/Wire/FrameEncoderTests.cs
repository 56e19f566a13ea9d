using TwcBridge.Wire;

namespace TwcBridge.UnitTests.Wire;

[TestClass]
public class FrameEncoderTests
{
    private readonly byte[] _wire = new byte[FrameFormat.MaxWireLength];

    [TestMethod]
    [DataRow("FC E1 77 77 77 00 00 00 00 00 00 00 00",
        "C0 FC E1 77 77 77 00 00 00 00 00 00 00 00 46 C0")]
    [DataRow("FB E0 77 77 C0 DB 09 0C 80 00 00 00 00 00 00",
        "C0 FB E0 77 77 DB DC DB DD 09 0C 80 00 00 00 00 00 00 FE C0")]
    [DataRow("FD E2 82 04 CC 0C 80 00 00 00 00 00 00 00 00",
        "C0 FD E2 82 04 CC 0C 80 00 00 00 00 00 00 00 00 DB DC C0")]
    [DataRow("FD E2 82 04 E7 0C 80 00 00 00 00 00 00 00 00",
        "C0 FD E2 82 04 E7 0C 80 00 00 00 00 00 00 00 00 DB DD C0")]
    [DataRow("C0 DB 00 00 00 00 00 00 00 00 00 00",
        "C0 DB DC DB DD 00 00 00 00 00 00 00 00 00 00 DB DD C0")]
    public void Adds_the_sum_then_escapes_then_delimits(string payload, string expected)
    {
        byte[] body = Hex.Parse(payload);
        int length = FrameEncoder.Encode(body, body.Length, _wire);
        Assert.AreEqual(expected, Hex.Format(_wire, length));
        Assert.AreEqual(payload, Hex.Format(body, body.Length), "the caller's body");
    }

    [TestMethod]
    public void Writes_the_frame_of_every_body_of_the_vectors()
    {
        foreach (FrameVector vector in FrameVectors.All())
        {
            byte[] body = Hex.Parse(vector.Body);
            if (body.Length > 0)
            {
                int length = FrameEncoder.Encode(body, body.Length - 1, _wire);
                Assert.AreEqual(Hex.Format(PlainFrame.Wire(body), length),
                    Hex.Format(_wire, length), vector.Name);
            }
        }
    }

    [TestMethod]
    public void Encodes_what_the_decoder_gives_back()
    {
        DecoderRig rig = new DecoderRig();
        for (int seed = 1; seed <= 3000; seed++)
        {
            byte[] body = PlainFrame.RandomBody(new SeededRandom(seed));
            int length = FrameEncoder.Encode(body, body.Length - 1, _wire);
            rig.Restart();
            rig.Hear(_wire, 0, length);
            string name = "seed " + seed;
            Assert.AreEqual("Frame", rig.Transcript.Said, name);
            Assert.AreEqual(Hex.Format(body, body.Length), rig.Transcript.LastBody, name);
        }
    }

    [TestMethod]
    public void Reads_no_byte_behind_the_given_length()
    {
        byte[] body = Hex.Parse("FC E1 77 77 77 00 00 00 00 00 00 00 00 FF FF FF FF FF FF FF");
        int length = FrameEncoder.Encode(body, 13, _wire);
        Assert.AreEqual("C0 FC E1 77 77 77 00 00 00 00 00 00 00 00 46 C0",
            Hex.Format(_wire, length));
    }

    // 13 * C0 ends in C0 again, so 15 bytes can all be delimiters. For 20 bytes no sum of
    // delimiters and escapes is one of the two: one byte of the buffer always stays free.
    [TestMethod]
    [DataRow(15, 32)]
    [DataRow(20, FrameFormat.MaxWireLength - 1)]
    public void The_worst_body_fits(int length, int longest)
    {
        int found = 0;
        for (int escapes = 0; escapes < length; escapes++)
        {
            byte[] body = new byte[length];
            for (int i = 0; i < length - 1; i++)
            {
                body[i] = i < escapes ? Slip.Escape : Slip.End;
            }
            int written = FrameEncoder.Encode(body, length - 1, _wire);
            found = written > found ? written : found;
            DecoderRig rig = new DecoderRig();
            rig.Hear(_wire, 0, written);
            Assert.AreEqual("Frame", rig.Transcript.Said, escapes + " escapes");
        }
        Assert.AreEqual(longest, found);
    }
}
