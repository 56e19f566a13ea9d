using TwcBridge.Bus;
using TwcBridge.Messages;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class TraceRingTests
{
    private const int Capacity = TraceRing.Capacity;

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(1, 0)]
    [DataRow(Capacity - 1, 0)]
    [DataRow(Capacity, 0)]
    [DataRow(Capacity + 1, 1)]
    [DataRow(3 * Capacity + 5, 2 * Capacity + 5)]
    public void Keeps_the_last_frames_in_order(int noted, int oldest)
    {
        TraceRing ring = new TraceRing();
        byte[] body = new byte[20];
        for (int i = 0; i < noted; i++)
        {
            body[0] = (byte)i;
            ring.Note(FrameFate.Heard, body, 1 + i % 20, 1000 + i);
        }
        TraceRing copy = new TraceRing();
        copy.CopyFrom(ring);
        ring.Note(FrameFate.Sent, body, 20, 0);
        Assert.AreEqual(noted - oldest, copy.Count);
        for (int i = 0; i < copy.Count; i++)
        {
            Assert.AreEqual(1000L + oldest + i, copy.AtMs(i));
            Assert.AreEqual(1 + (oldest + i) % 20, copy.Length(i));
            Assert.AreEqual((byte)(oldest + i), copy.Bodies[copy.Offset(i)]);
        }
    }

    // Heard from a connector, spoilt in its checksum, a tail byte, and cut short.
    [TestMethod]
    public void Notes_what_is_heard_and_what_is_sent()
    {
        EngineTurns turns = new EngineTurns(new BusOptions(), 600, 0);
        Hear(turns, FrameText.Wire("FDE2 1234 77 0C80 /16"), 10);
        byte[] spoilt = FrameText.Wire("FDE2 1234 77 0C80 /16");
        spoilt[5] ^= 1;
        Hear(turns, spoilt, 20);
        Hear(turns, FrameText.Bytes("C0 FE C0 FD E0 12 34 77 77"), 30);
        turns.OnTime(100);
        turns.OnTime(2000);
        int length = turns.Next(2000);
        Assert.IsTrue(length > 0, "nothing to send");
        turns.OnSent(2000);

        TraceRing trace = turns.Engine.Trace;
        Assert.AreEqual(4, trace.Count);
        Expect(trace, 0, FrameFate.Heard, 10, "FDE21234770C8000000000000000002B");
        Expect(trace, 1, FrameFate.BadChecksum, 20, "FDE21234760C8000000000000000002B");
        Expect(trace, 2, FrameFate.CutShort, 100, "FDE012347777");
        Assert.AreEqual((int)MessageKind.PeripheralLinkReady, (int)trace.Kind(0));
        Assert.AreEqual((int)MessageKind.None, (int)trace.Kind(1));
        byte[] sent = new byte[length];
        int count = FrameText.Unwrap(turns.Wire, length, sent);
        Expect(trace, 3, FrameFate.Sent, 2000, FrameText.Hex(sent, count + 1));
    }

    private static void Hear(EngineTurns turns, byte[] bytes, long atMs)
    {
        turns.OnReceived(bytes, bytes.Length, atMs);
    }

    private static void Expect(
        TraceRing trace, int index, FrameFate fate, long atMs, string hex)
    {
        Assert.AreEqual((int)fate, (int)trace.Fate(index), hex);
        Assert.AreEqual(atMs, trace.AtMs(index), hex);
        byte[] body = new byte[trace.Length(index)];
        System.Array.Copy(trace.Bodies, trace.Offset(index), body, 0, body.Length);
        Assert.AreEqual(hex, FrameText.Hex(body, body.Length));
    }
}
