using System;
using System.Collections.Generic;
using System.Linq;
using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.SystemTests.Wire;

/// <summary>Every row of frames.json against the core, rows of tomorrow included.</summary>
[TestClass]
public sealed class SharedVectorTests
{
    private static readonly string[] Expectations = ["accept", "reject", "ignore", "never_send"];

    private readonly IReadOnlyList<SharedVector> _vectors = SharedVectorFile.Read();

    [TestMethod]
    public void Knows_every_expectation()
    {
        ExpectNone(_vectors.Where(vector => !Expectations.Contains(vector.Expect)));
    }

    [TestMethod]
    public void Decodes_what_is_to_be_accepted()
    {
        ExpectNone(_vectors.Where(vector => vector.IsAccepted)
            .Where(vector => !new HeardFrames(vector.Wire).Accepted.Any(vector.IsBody)));
    }

    [TestMethod]
    public void Understands_what_is_to_be_accepted()
    {
        ExpectNone(AcceptedMessages().SelectMany(pair =>
            FieldChecks.Differences(pair.Vector, pair.Message)));
    }

    [TestMethod]
    public void Has_a_check_for_every_field()
    {
        string[] left = AcceptedMessages().SelectMany(pair =>
            FieldChecks.Unchecked(pair.Vector, pair.Message)).ToArray();
        if (left.Length > 0)
        {
            Assert.Inconclusive("No check for " + string.Join("; ", left));
        }
    }

    [TestMethod]
    public void Refuses_the_rest_and_says_why()
    {
        foreach (SharedVector vector in _vectors.Where(v => v.Expect is "reject" or "ignore"))
        {
            HeardFrames heard = new(vector.Wire);
            Assert.IsEmpty(heard.Accepted, vector.ToString());
            Assert.IsTrue(heard.Refusals.Count > 0 || !HasContent(vector.Wire), vector.ToString());
        }
    }

    // What stands before a frame costs none, be it cut or noise or another frame.
    [TestMethod]
    public void Decodes_what_is_to_be_accepted_after_every_other_vector()
    {
        foreach (SharedVector before in _vectors)
        {
            int already = new HeardFrames(before.Wire).Accepted.Count;
            foreach (SharedVector vector in _vectors.Where(vector => vector.IsAccepted))
            {
                List<byte[]> alone = new HeardFrames(vector.Wire).Accepted;
                List<byte[]> heard =
                    new HeardFrames([.. before.Wire, .. vector.Wire]).Accepted;
                Assert.HasCount(already + alone.Count, heard, $"{vector} after {before}");
                Assert.IsTrue(heard[^1].SequenceEqual(alone[^1]), $"{vector} after {before}");
            }
        }
    }

    [TestMethod]
    public void Never_sends_what_must_never_be_sent()
    {
        foreach (SharedVector vector in _vectors.Where(vector => vector.Expect == "never_send"))
        {
            Assert.IsGreaterThan(1, vector.Body.Length, vector.ToString());
            ExpectNotSent(vector);
        }
    }

    [TestMethod]
    public void Never_sends_what_only_a_peripheral_sends()
    {
        foreach (SharedVector vector in _vectors
            .Where(vector => !vector.IsFromController && vector.Body.Length > 2))
        {
            ExpectNotSent(vector);
        }
    }

    // As permissive as the settings can be. An offer may leave with less in it: that is not this
    // frame any more.
    private static void ExpectNotSent(SharedVector vector)
    {
        byte[] body = vector.Body[..^1];
        TransmitPolicy policy = SharedVectorWriter.PolicyFor(Word(body, 2), Word(body, 4));
        TransmitVerdict verdict = policy.Judge(body, body.Length);
        Assert.IsTrue(verdict > TransmitVerdict.Clamped
            || !body.SequenceEqual(vector.Body[..^1]), vector.ToString());
    }

    private IEnumerable<(SharedVector Vector, Message Message)> AcceptedMessages()
    {
        foreach (SharedVector vector in _vectors.Where(vector => vector.IsAccepted))
        {
            byte[]? body = new HeardFrames(vector.Wire).Accepted.Find(vector.IsBody);
            if (body is not null)
            {
                Message message = new();
                message.Point(body, body.Length);
                yield return (vector, message);
            }
        }
    }

    // Whether anything follows the first delimiter: what comes before it is not a frame's.
    private static bool HasContent(byte[] wire)
    {
        int first = Array.IndexOf(wire, Slip.End);
        return first >= 0 && wire[first..].Any(value => value != Slip.End);
    }

    private static int Word(byte[] body, int offset)
    {
        return body.Length < offset + 2 ? 0 : (body[offset] << 8) | body[offset + 1];
    }

    private static void ExpectNone<T>(IEnumerable<T> found)
    {
        Assert.AreEqual("", string.Join(Environment.NewLine, found));
    }
}
