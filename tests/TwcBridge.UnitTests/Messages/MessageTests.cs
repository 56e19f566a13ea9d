using TwcBridge.Messages;
using TwcBridge.UnitTests.Wire;

namespace TwcBridge.UnitTests.Messages;

[TestClass]
public class MessageTests
{
    private readonly Message _message = new Message();

    [TestMethod]
    public void Refuses_for_every_reason_that_has_a_name()
    {
        string reasons = "";
        foreach (FrameVector vector in MeaninglessVectors.Rows())
        {
            reasons += vector.Means + " ";
        }
        for (MessageStatus status = MessageStatus.UnknownPair;
            status <= MessageStatus.ImplausibleState; status++)
        {
            string name = Meaning.NameOf(status);
            Assert.IsTrue(reasons.Contains(name + " "), name);
        }
    }

    [TestMethod]
    public void Carries_no_id_before_the_first_body()
    {
        Assert.AreEqual((int)MessageKind.None, (int)_message.Kind);
        Assert.AreEqual(0, _message.SenderId);
        Assert.AreEqual(0, _message.ReceiverId);
    }

    [TestMethod]
    public void Forgets_the_message_before_when_it_refuses_one()
    {
        Point("FB E0 77 77 82 04 09 0C 80", 16);
        Assert.AreEqual(0x7777, _message.SenderId);
        Assert.AreEqual((int)MessageStatus.UnknownPair, Point("FD F2 82 04 1D 0C 80", 16));
        Assert.AreEqual((int)MessageKind.None, (int)_message.Kind);
        Assert.AreEqual(0, _message.SenderId);
        Assert.AreEqual(0, _message.ReceiverId);
    }

    [TestMethod]
    public void Takes_states_up_to_0F()
    {
        for (int state = 0; state <= 0xFF; state++)
        {
            MessageStatus expected = state <= 0x0F
                ? MessageStatus.Accepted
                : MessageStatus.ImplausibleState;
            Assert.AreEqual((int)expected,
                Point("FD E0 82 04 77 77 " + Hex.Format(state), 16), "state " + state);
        }
    }

    [TestMethod]
    [DataRow("FC E1 00 00 77")]
    [DataRow("FB E2 00 00 77")]
    [DataRow("FC E2 00 00 77")]
    [DataRow("FD E2 00 00 77")]
    [DataRow("FB E0 00 00 82 04")]
    [DataRow("FB E0 77 77 00 00")]
    [DataRow("FD E0 00 00 77 77")]
    [DataRow("FD E0 82 04 00 00")]
    [DataRow("FB EB 00 00 82 04")]
    [DataRow("FB EC 77 77 00 00")]
    [DataRow("FB ED 00 00 82 04")]
    [DataRow("FB EE 77 77 00 00")]
    [DataRow("FB EF 00 00 82 04")]
    [DataRow("FB F1 77 77 00 00")]
    [DataRow("FD EC 00 00 04 05 03 02")]
    [DataRow("FD B4 00 00 01")]
    [DataRow("FC B1 00 00 82 04")]
    [DataRow("FC B2 77 77 00 00")]
    [DataRow("FD B1 00 00")]
    [DataRow("FD B2 00 00")]
    public void Refuses_an_id_of_zero(string payload)
    {
        Assert.AreEqual((int)MessageStatus.ZeroId, Point(payload, 16));
    }

    [TestMethod]
    [DataRow("FD EB 00 00 01")]
    [DataRow("FD ED 00 00 41")]
    [DataRow("FD EE 00 00 41")]
    [DataRow("FD EF 00 00 41")]
    [DataRow("FD F1 00 00 41")]
    public void Refuses_an_id_of_zero_in_a_long_body(string payload)
    {
        Assert.AreEqual((int)MessageStatus.ZeroId, Point(payload, 20));
    }

    [TestMethod]
    [DataRow("00 01")]
    [DataRow("01 00")]
    [DataRow("00 C0")]
    [DataRow("FF FF")]
    public void Takes_every_other_id(string id)
    {
        Assert.AreEqual((int)MessageStatus.Accepted, Point("FD E0 " + id + " " + id, 14));
        byte[] bytes = Hex.Parse(id);
        Assert.AreEqual(bytes[0] * 256 + bytes[1], _message.SenderId);
        Assert.AreEqual(bytes[0] * 256 + bytes[1], _message.ReceiverId);
    }

    // Rows: payload, length of the body, what may be copied of it.
    [TestMethod]
    [DataRow("FD 19 41 42 43 44 45 46 47 48 49 4A 4B", 14, "ABCDEFGHIJK")]
    [DataRow("FD 19 41 42 43 44 45 46 47 48 49 4A 4B 4C 4D", 16, "ABCDEFGHIJK")]
    [DataRow("FD 1A 41 42 43 44 45 46 47 48 49 4A 4B", 14, "ABCDEFGHIJK")]
    [DataRow("FD 1A 41 42 43 44 45 46 47 48 49 4A 4B 4C 4D", 16, "ABCDEFGHIJK")]
    [DataRow("FD ED 82 04 41 42 43 44 45 46 47 48 49 4A 4B 4C 4D 4E 4F", 20, "ABCDEFGHIJK")]
    [DataRow("FD EE 82 04 41 42 43 44 45 46 47 48 49 4A 4B 4C 4D 4E 4F", 20, "ABCDEFG")]
    [DataRow("FD EF 82 04 41 42 43 44 45 46 47 48 49 4A 4B 4C 4D 4E 4F", 20, "ABCDEFG")]
    [DataRow("FD F1 82 04 41 42 43 44 45 46 47 48 49 4A 4B 4C 4D 4E 4F", 20, "ABC")]
    [DataRow("FD ED 82 04 41 42 00 44", 20, "AB")]
    [DataRow("FD F1 82 04 00 42 43", 20, "")]
    [DataRow("FD 19", 14, "")]
    public void Copies_a_text_and_not_one_byte_more(string payload, int length, string expected)
    {
        Assert.AreEqual((int)MessageStatus.Accepted, Point(payload, length));
        byte[] destination = new byte[16];
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = (byte)'.';
        }
        Assert.AreEqual(expected.Length, _message.CopyText(destination, 2));
        for (int i = 0; i < destination.Length; i++)
        {
            char wanted = i >= 2 && i < 2 + expected.Length ? expected[i - 2] : '.';
            Assert.AreEqual(wanted, (char)destination[i], "at " + i);
        }
    }

    [TestMethod]
    public void Is_a_view_of_the_body_and_no_copy()
    {
        byte[] body = PlainFrame.Body("FD E0 82 04 77 77 01 06 40", 16);
        _message.Point(body, body.Length);
        body[7] = 0x0C;
        body[8] = 0x80;
        Assert.AreEqual(3200, _message.AcceptedCentiamps);
        Assert.AreEqual(16, _message.Length);
    }

    private int Point(string payload, int length)
    {
        return (int)_message.Point(PlainFrame.Body(payload, length), length);
    }
}
