using TwcBridge.UnitTests.Wire;
using TwcBridge.Wire;

namespace TwcBridge.UnitTests.Messages;

/// <summary>What every vector means, and that no damage to it means anything else.</summary>
[TestClass]
public class MessageVectorTests
{
    [TestMethod]
    public void Understands_every_vector()
    {
        foreach (FrameVector vector in FrameVectors.All())
        {
            byte[] body = Hex.Parse(vector.Body);
            if (body.Length > 0)
            {
                Assert.AreEqual(vector.Means, Meaning.Of(body, body.Length), vector.Name);
            }
        }
    }

    // The bytes behind the body are the remains of longer frames before it.
    [TestMethod]
    public void Looks_at_no_byte_behind_the_body()
    {
        foreach (FrameVector vector in FrameVectors.All())
        {
            byte[] body = Hex.Parse(vector.Body);
            byte[] buffer = new byte[FrameFormat.MaxBodyLength];
            for (int i = 0; i < buffer.Length; i++)
            {
                buffer[i] = i < body.Length ? body[i] : (byte)0xEE;
            }
            if (body.Length > 0)
            {
                Assert.AreEqual(vector.Means, Meaning.Of(buffer, body.Length), vector.Name);
            }
        }
    }

    // A body whose sum is 00 may lose some of its last zeros and remain a message, but the same.
    [TestMethod]
    public void A_cut_vector_means_nothing_or_the_same()
    {
        foreach (FrameVector vector in FrameVectors.All())
        {
            for (int cut = 0; vector.IsSingle && cut < vector.Wire.Length; cut++)
            {
                byte[] wire = new byte[cut + 1];
                System.Array.Copy(vector.Wire, wire, cut);
                wire[cut] = Slip.End;
                ExpectSameOrNothing(vector, wire, "cut at " + cut);
            }
        }
    }

    [TestMethod]
    public void A_vector_with_a_flipped_bit_on_the_wire_means_nothing_or_the_same()
    {
        foreach (FrameVector vector in FrameVectors.All())
        {
            for (int bit = 0; vector.IsSingle && bit < 8 * vector.Wire.Length; bit++)
            {
                // The sum does not cover the marker, and FC differs from FD in one bit.
                if (bit / 8 != vector.MarkerAt)
                {
                    byte[] wire = (byte[])vector.Wire.Clone();
                    wire[bit / 8] ^= (byte)(1 << (bit % 8));
                    ExpectSameOrNothing(vector, wire, "bit " + bit);
                }
            }
        }
    }

    // Only of answers: a request may be a byte shorter, and a zero more or less is not in the sum.
    [TestMethod]
    public void An_answer_without_one_byte_means_nothing_or_the_same()
    {
        foreach (FrameVector vector in FrameVectors.All())
        {
            bool concerned = vector.IsSingle && vector.Means.StartsWith("FD");
            for (int lost = 0; concerned && lost < vector.Wire.Length; lost++)
            {
                byte[] wire = new byte[vector.Wire.Length - 1];
                System.Array.Copy(vector.Wire, wire, lost);
                System.Array.Copy(vector.Wire, lost + 1, wire, lost, wire.Length - lost);
                ExpectSameOrNothing(vector, wire, "without byte " + lost);
            }
        }
    }

    private static void ExpectSameOrNothing(FrameVector vector, byte[] wire, string damage)
    {
        DecoderRig rig = new DecoderRig();
        foreach (byte value in wire)
        {
            if (rig.Hear(value) != DecodeStatus.Frame)
            {
                continue;
            }
            string means = Meaning.Of(rig.Decoder.Body, rig.Decoder.Length);
            Assert.IsTrue(means == vector.Means || !means.StartsWith("F"),
                vector.Name + " " + damage + ": " + means);
        }
    }
}
