using TwcBridge.Control;
using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttLongPublicationTests
{
    [TestMethod]
    public void Sends_a_retained_publication_in_pieces()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        Assert.IsTrue(line.Session.Long.TryBegin(Text("a/b"), 200, line.NowMs));
        line.ExpectSent("31 CD 01 | 00 03 'a/b'");

        ByteWriter piece = Filled(120);
        Assert.IsTrue(line.Session.Long.TryAppend(piece));
        line.ExpectSent(Wire.Hex(piece.Buffer, 120));
        Assert.IsTrue(line.Session.Long.IsOpen);
        Assert.IsTrue(line.Session.Long.TryAppend(Filled(80)));
        Assert.IsFalse(line.Session.Long.IsOpen);
    }

    [TestMethod]
    public void Is_over_at_once_without_a_payload()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        Assert.IsTrue(line.Session.Long.TryBegin(Text("a"), 0, line.NowMs));
        Assert.IsFalse(line.Session.Long.IsOpen);
        line.ExpectSent("31 03 | 00 01 'a'");
    }

    [TestMethod]
    public void Takes_no_more_than_it_has_promised_and_no_second_one()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Session.Long.TryBegin(Text("a"), 5, line.NowMs);
        Assert.IsFalse(line.Session.Long.TryAppend(Filled(6)));
        Assert.IsFalse(line.Session.Long.TryBegin(Text("b"), 5, line.NowMs));
        Assert.IsTrue(line.Session.Long.TryAppend(Filled(5)));
    }

    [TestMethod]
    public void Waits_for_room()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Session.Long.TryBegin(Text("a"), 5_000, line.NowMs);
        int taken = 0;
        while (line.Session.Long.TryAppend(Filled(100)))
        {
            taken += 100;
        }
        Assert.IsTrue(taken > MqttSession.OutputCapacity - 200);
        line.Session.OnSent(100, line.NowMs);
        Assert.IsTrue(line.Session.Long.TryAppend(Filled(100)));
    }

    [TestMethod]
    public void Lets_nothing_else_into_the_output()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Session.Long.TryBegin(Text("a"), 1, line.NowMs);
        line.ExpectSent("31 04 | 00 01 'a'");

        Assert.IsFalse(line.Publish("x", 0));
        Assert.IsTrue(line.Publish("y", 1));
        byte[] message = Wire.Bytes("32 06 | 00 01 'q' 00 05 'z'");
        Assert.AreEqual(0, line.Session.OnReceived(message, 0, message.Length, line.NowMs));
        line.After(9_999);
        line.ExpectSent("");

        line.Session.Long.TryAppend(Filled(1));
        line.After(0);
        line.ExpectSent("'x' | 32 06 | 00 01 'a' 00 01 'y'");
        Assert.AreEqual(
            message.Length, line.Session.OnReceived(message, 0, message.Length, line.NowMs));
    }

    [TestMethod]
    public void Ends_the_connection_when_its_rest_does_not_come()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Session.Long.TryBegin(Text("a"), 1, line.NowMs);
        line.ExpectClosingAt(line.NowMs + 10_000, MqttCloseReason.PublishTimeout);
    }

    [TestMethod]
    public void Is_forgotten_with_the_connection()
    {
        SessionTimeline line = SessionTimeline.NewOnline();
        line.Session.Long.TryBegin(Text("a"), 1, line.NowMs);
        line.LoseAndReturn();
        Assert.IsFalse(line.Session.Long.IsOpen);
        Assert.AreEqual(MqttTiming.Never, line.Session.Long.DueAtMs);
    }

    private static ByteWriter Text(string text)
    {
        ByteWriter writer = new ByteWriter(text.Length);
        writer.Ascii(text);
        return writer;
    }

    private static ByteWriter Filled(int length)
    {
        ByteWriter writer = new ByteWriter(length);
        for (int i = 0; i < length; i++)
        {
            writer.Byte('x');
        }
        return writer;
    }
}
