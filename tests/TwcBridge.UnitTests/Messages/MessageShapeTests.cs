using TwcBridge.Messages;
using TwcBridge.UnitTests.Wire;

namespace TwcBridge.UnitTests.Messages;

/// <summary>PROTOCOL 2, 3 and 8 written down a second time, as a table.</summary>
[TestClass]
public class MessageShapeTests
{
    // Kind, lengths heard (R 13-16, N 14 and 16, L 20, A any), ids (S sender, R receiver), answer.
    private const string Table =
        "FCE1 R S 0000;FBE2 R S 0000;FDE2 N S FDE2;FCE2 R S FDE2;FC1D N - 0000;"
        + "FBE0 R SR FDE0;FDE0 N SR FDE0;"
        + "FBEB R SR FDEB;FDEB L S FDEB;FBEC R SR FDEC;FDEC N S FDEC;FBED R SR FDED;FDED L S FDED;"
        + "FBEE R SR FDEE;FDEE L S FDEE;FBEF R SR FDEF;FDEF L S FDEF;FBF1 R SR FDF1;FDF1 L S FDF1;"
        + "FB19 R - FD19;FD19 N - FD19;FB1A R - FD1A;FD1A N - FD1A;FB1B R - FD1B;FD1B N - FD1B;"
        + "FBB4 R SR FDB4;FDB4 N S FDB4;"
        + "FCB1 R SR FDB1;FDB1 N S FDB1;FCB2 R SR FDB2;FDB2 N S FDB2;"
        + "FBA4 A - 0000;FBE1 A - 0000;"
        + "FC19 A - FD19;FC1A A - FD1A;FBE8 A - 0000;FCA1 A - 0000;FCE5 A - 0000;FCE7 A - 0000";

    private const string Harmful = "FC19 FC1A FBE8 FCA1 FCE5 FCE7";

    [TestMethod]
    public void Agrees_with_the_table()
    {
        foreach (string row in Table.Split(';'))
        {
            string[] cells = row.Split(' ');
            MessageKind kind = KindOf(cells[0]);
            for (int length = 5; length <= 20; length++)
            {
                Assert.AreEqual(IsLength(cells[1], length), MessageShape.Fits(kind, length),
                    row + " length " + length);
            }
            Assert.AreEqual(cells[2].StartsWith("S"), MessageShape.HasSender(kind), row);
            Assert.AreEqual(cells[2].EndsWith("R"), MessageShape.HasReceiver(kind), row);
            Assert.AreEqual(cells[0] == "FBB4", MessageShape.MayLackIds(kind), row);
            Assert.AreEqual(cells[3], Hex.FormatWord((int)MessageShape.AnswerTo(kind)), row);
        }
    }

    [TestMethod]
    public void Knows_the_pairs_of_the_table_and_no_other_of_65536()
    {
        string unexpected = "";
        for (int value = 0; value <= 0xFFFF; value++)
        {
            MessageKind kind = (MessageKind)value;
            string name = Hex.FormatWord(value);
            bool listed = (";" + Table).Contains(";" + name + " ");
            bool exists = MessageShape.Exists(kind);
            bool shaped = MessageShape.Fits(kind, 16) || MessageShape.HasSender(kind)
                || MessageShape.HasReceiver(kind) || MessageShape.IsHarmful(kind);
            if (listed != exists || (shaped && !listed))
            {
                unexpected += name + " ";
            }
        }
        Assert.AreEqual("", unexpected);
    }

    [TestMethod]
    public void Tells_controllers_and_harm_apart()
    {
        foreach (string row in Table.Split(';'))
        {
            string name = row.Substring(0, 4);
            MessageKind kind = KindOf(name);
            Assert.AreEqual(!name.StartsWith("FD"), MessageShape.IsFromController(kind), row);
            Assert.AreEqual(Harmful.Contains(name), MessageShape.IsHarmful(kind), row);
        }
    }

    [TestMethod]
    public void Names_the_query_of_an_answer()
    {
        foreach (string row in Table.Split(';'))
        {
            string[] cells = row.Split(' ');
            if (cells[0].StartsWith("FB") && cells[3] != "0000")
            {
                MessageKind answer = KindOf(cells[3]);
                Assert.AreEqual(cells[0], Hex.FormatWord((int)MessageShape.RequestOf(answer)));
            }
        }
    }

    private static MessageKind KindOf(string name)
    {
        byte[] pair = Hex.Parse(name.Substring(0, 2) + " " + name.Substring(2));
        return (MessageKind)(pair[0] * 256 + pair[1]);
    }

    private static bool IsLength(string letter, int length)
    {
        switch (letter)
        {
            case "R":
                return length >= 13 && length <= 16;
            case "N":
                return length == 14 || length == 16;
            case "L":
                return length == 20;
            default:
                return true;
        }
    }
}
