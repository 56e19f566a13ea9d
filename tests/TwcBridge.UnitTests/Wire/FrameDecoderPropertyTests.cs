namespace TwcBridge.UnitTests.Wire;

/// <summary>What holds for every stream. The seed of a failed case is in its message.</summary>
[TestClass]
public class FrameDecoderPropertyTests
{
    private const int Cases = 3000;

    private readonly SymbolStream _stream = new SymbolStream(1000);

    [TestMethod]
    public void Agrees_with_the_naive_model_on_random_streams()
    {
        int frames = 0;
        for (int seed = 1; seed <= Cases; seed++)
        {
            SeededRandom random = new SeededRandom(seed);
            _stream.Clear();
            for (int piece = random.Between(1, 8); piece > 0; piece--)
            {
                AddPiece(random);
            }
            _stream.Add(DecoderRig.Silence);    // The model judges what has ended.
            DecoderRig rig = new DecoderRig();
            rig.Hear(_stream);
            Transcript expected = NaiveDecoder.Read(_stream);
            string name = "seed " + seed;
            Assert.AreEqual(expected.Said, rig.Transcript.Said, name);
            Assert.AreEqual(expected.Bodies, rig.Transcript.Bodies, name);
            frames += expected.FrameCount;
        }
        Assert.IsTrue(frames > Cases, "too few frames to prove anything: " + frames);
    }

    [TestMethod]
    public void Decodes_a_frame_after_any_garbage()
    {
        DecoderRig rig = new DecoderRig();  // One on purpose.
        for (int seed = 1; seed <= Cases; seed++)
        {
            SeededRandom random = new SeededRandom(seed);
            for (int i = random.Next(60); i > 0; i--)
            {
                rig.Hear(random.OneIn(30) ? DecoderRig.Silence : random.AwkwardByte());
            }
            byte[] body = PlainFrame.RandomBody(random);
            rig.Restart();
            rig.Hear(0xC0);
            rig.Hear(PlainFrame.Wire(body));
            string name = "seed " + seed;
            Assert.IsTrue(rig.Transcript.Said.EndsWith("Frame"), name);
            Assert.AreEqual(Hex.Format(body, body.Length), rig.Transcript.LastBody, name);
        }
    }

    [TestMethod]
    public void Catches_every_flipped_bit_of_a_body_but_those_of_the_marker()
    {
        DecoderRig rig = new DecoderRig();
        for (int seed = 1; seed <= 100; seed++)
        {
            byte[] body = PlainFrame.RandomBody(new SeededRandom(seed));
            for (int bit = 8; bit < 8 * body.Length; bit++)
            {
                ExpectRefused(rig, body, bit, "seed " + seed + " bit " + bit);
            }
        }
    }

    [TestMethod]
    public void Catches_every_flipped_bit_of_every_vector_but_those_of_the_marker()
    {
        DecoderRig rig = new DecoderRig();
        foreach (FrameVector vector in FrameVectors.All())
        {
            byte[] body = Hex.Parse(vector.Body);
            for (int bit = 8; bit < 8 * body.Length; bit++)
            {
                ExpectRefused(rig, body, bit, vector.Name + " bit " + bit);
            }
        }
    }

    [TestMethod]
    public void Lets_flipped_bits_of_the_marker_pass_because_the_sum_does_not_cover_it()
    {
        for (int bit = 0; bit < 8; bit++)
        {
            byte[] body = PlainFrame.Body("FD E2 82 04 6F 0C 80", 16);
            body[0] ^= (byte)(1 << bit);
            DecoderRig rig = new DecoderRig();
            rig.Hear(PlainFrame.Wire(body));
            Assert.AreEqual("Frame", rig.Transcript.Said, "bit " + bit);
        }
    }

    private static void ExpectRefused(DecoderRig rig, byte[] body, int bit, string name)
    {
        body[bit / 8] ^= (byte)(1 << (bit % 8));
        rig.Restart();
        rig.Hear(PlainFrame.Wire(body));
        body[bit / 8] ^= (byte)(1 << (bit % 8));
        Assert.AreEqual("BadChecksum", rig.Transcript.Said, name);
    }

    private void AddPiece(SeededRandom random)
    {
        byte[] wire = PlainFrame.Wire(PlainFrame.RandomBody(random));
        switch (random.Next(8))
        {
            case 0:
                for (int i = random.Next(30); i > 0; i--)
                {
                    _stream.Add(random.AwkwardByte());
                }
                break;
            case 1:
                _stream.Add(wire, 0, random.Next(wire.Length));
                break;
            case 2:
                _stream.Add(wire, 1, wire.Length);
                break;
            case 3:
                wire[random.Next(wire.Length)] ^= (byte)(1 << random.Next(8));
                _stream.Add(wire);
                break;
            case 4:
                _stream.Add(DecoderRig.Silence);
                break;
            default:
                _stream.Add(wire);
                break;
        }
    }
}
