using System;
using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Wire;

/// <summary>Every frame of a controller in frames.json is one that we write byte for byte, or one
/// for which a reason stands here why we do not.</summary>
[TestClass]
public sealed class SharedVectorWritingTests
{
    private const string NotListed = "the allow-list does not know it";
    private const string OtherLength = "we send 14 or 16 bytes";
    private const string LongLinkReady = "our link-readies have 14 bytes";
    private const string BelowMinimum = "between nothing and 6 A there is no offer";
    private const string AboveCeiling = "no connector takes more than 80 A";
    private const string NotZero = "we send zeros where it has other bytes";

    private readonly IReadOnlyList<SharedVector> _vectors = SharedVectorFile.Read()
        .Where(vector => vector.IsAccepted && vector.IsFromController).ToArray();

    [TestMethod]
    public void Writes_what_it_may_send_byte_for_byte()
    {
        SharedVector[] ours = _vectors.Where(vector => WhyNot(vector) is null).ToArray();
        Assert.IsNotEmpty(ours);
        foreach (SharedVector vector in ours)
        {
            string wire = Convert.ToHexString(new SharedVectorWriter(vector).Wire);
            Assert.IsTrue(wire.Length > 0, $"{vector} was refused");
            Assert.EndsWith(wire, Convert.ToHexString(vector.WireWithoutTail), vector.Name);
        }
    }

    [TestMethod]
    public void Writes_nothing_that_it_has_a_reason_against()
    {
        foreach (SharedVector vector in _vectors.Where(vector => WhyNot(vector) is not null))
        {
            string wire = Convert.ToHexString(new SharedVectorWriter(vector).Wire);
            bool same = wire.Length > 0
                && Convert.ToHexString(vector.WireWithoutTail).EndsWith(wire);
            Assert.IsFalse(same, $"{vector}: {WhyNot(vector)}");
            Console.WriteLine($"{vector.Name} is not written: {WhyNot(vector)}");
        }
    }

    // The list of today, so that a reason which swallows too much is seen.
    [TestMethod]
    [DataRow("idle-1D", NotListed)]
    [DataRow("run-zagor-FCE2-1", NotListed)]
    [DataRow("mhb-09-1.91A-2446", BelowMinimum)]
    [DataRow("run-ngard-master-FBEB-1", OtherLength)]
    [DataRow("lr1-7777", null)]
    [DataRow("lr2-035D", null)]
    [DataRow("mhb-nop-8204", null)]
    [DataRow("mhb-05-22A-022C", null)]
    [DataRow("p1-mhb-08-48A", null)]
    [DataRow("esc-id-C0DB", null)]
    [DataRow("esc-amps-C0", null)]
    [DataRow("run-draco-master-FBE0-1", null)]
    [DataRow("run-zagor-FB19-2", null)]
    public void Has_the_right_reason(string name, string? reason)
    {
        Assert.AreEqual(reason, WhyNot(_vectors.Single(vector => vector.Name == name)));
    }

    [TestMethod]
    public void Recognises_every_frame_that_it_wrote_as_its_own_echo()
    {
        foreach (SharedVector vector in _vectors.Where(vector => WhyNot(vector) is null))
        {
            SharedVectorWriter writer = new(vector);
            Assert.IsFalse(writer.Transmitter.IsLastSent(vector.Body, vector.Body.Length));
            writer.Transmitter.OnSent();
            byte[] heard = new HeardFrames(vector.Wire).Accepted[^1];
            Assert.IsTrue(writer.Transmitter.IsLastSent(heard, heard.Length), vector.ToString());
        }
    }

    /// <summary>PROTOCOL 6 rules 1 and 2 in their own words, or null where nothing is against it.
    /// </summary>
    private static string? WhyNot(SharedVector vector)
    {
        byte[] body = vector.Body;
        string pair = Convert.ToHexString(body[..2]);
        return !IsListed(pair) ? NotListed
            : body.Length is not (14 or 16) ? OtherLength
            : pair is "FCE1" or "FBE2" && body.Length != 14 ? LongLinkReady
            : pair == "FBE0" && body[6] is not (0 or 5 or 6 or 7 or 8 or 9) ? NotListed
            : body[FirstZero(pair, body)..^1].Any(value => value != 0) ? NotZero
            : pair == "FBE0" ? WhyNoOffer((body[7] << 8) | body[8])
            : null;
    }

    // PROTOCOL 3: where the bytes begin that we have no use for.
    private static int FirstZero(string pair, byte[] body)
    {
        return pair switch
        {
            "FCE1" or "FBE2" => 5,
            "FBE0" when body[6] is 5 or 8 or 9 => 9,
            "FBE0" => 7,
            "FB19" or "FB1A" or "FB1B" => 2,
            _ => 6,
        };
    }

    private static string? WhyNoOffer(int centiamps)
    {
        return centiamps is > 0 and < 600 ? BelowMinimum
            : centiamps > 8000 ? AboveCeiling
            : null;
    }

    private static bool IsListed(string pair)
    {
        return pair is "FCE1" or "FBE2" or "FBE0"
            or "FBEB" or "FBEC" or "FBED" or "FBEE" or "FBEF" or "FBF1"
            or "FBB4" or "FB19" or "FB1A" or "FB1B" or "FCB1" or "FCB2";
    }
}
