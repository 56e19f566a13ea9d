using TwcBridge.Messages;
using TwcBridge.UnitTests.Wire;

namespace TwcBridge.UnitTests.Messages;

[TestClass]
public class MessageWriterTests
{
    private readonly MessageWriter _writer = new MessageWriter(0x7C8A, 0x5F);

    [TestMethod]
    public void Writes_both_link_readies_in_14_bytes()
    {
        _writer.LinkReady1();
        Expect("FC E1 7C 8A 5F 00 00 00 00 00 00 00 00");
        _writer.LinkReady2();
        Expect("FB E2 7C 8A 5F 00 00 00 00 00 00 00 00");
    }

    [TestMethod]
    [DataRow(1, 0x00, 0, "FB E0 7C 8A 82 04 00 00 00 00 00 00 00")]
    [DataRow(2, 0x00, 0, "FB E0 7C 8A 82 04 00 00 00 00 00 00 00 00 00")]
    [DataRow(1, 0x05, 4800, "FB E0 7C 8A 82 04 05 12 C0 00 00 00 00")]
    [DataRow(2, 0x05, 600, "FB E0 7C 8A 82 04 05 02 58 00 00 00 00 00 00")]
    [DataRow(2, 0x06, 0, "FB E0 7C 8A 82 04 06 00 00 00 00 00 00 00 00")]
    [DataRow(2, 0x07, 0, "FB E0 7C 8A 82 04 07 00 00 00 00 00 00 00 00")]
    [DataRow(2, 0x08, 1216, "FB E0 7C 8A 82 04 08 04 C0 00 00 00 00 00 00")]
    [DataRow(2, 0x09, 65535, "FB E0 7C 8A 82 04 09 FF FF 00 00 00 00 00 00")]
    [DataRow(2, 0x09, 65536, "FB E0 7C 8A 82 04 09 FF FF 00 00 00 00 00 00")]
    [DataRow(2, 0x09, -1, "FB E0 7C 8A 82 04 09 00 00 00 00 00 00 00 00")]
    [DataRow(2, 0x09, int.MinValue, "FB E0 7C 8A 82 04 09 00 00 00 00 00 00 00 00")]
    public void Writes_a_heartbeat(int protocol, int command, int centiamps, string expected)
    {
        _writer.Heartbeat(0x8204, protocol, command, centiamps);
        Expect(expected);
    }

    [TestMethod]
    [DataRow((int)MessageKind.MeterQuery, 2, "FB EB 7C 8A 82 04 00 00 00 00 00 00 00 00 00")]
    [DataRow((int)MessageKind.VinEndQuery, 1, "FB F1 7C 8A 82 04 00 00 00 00 00 00 00")]
    [DataRow((int)MessageKind.PlugQuery, 2, "FB B4 7C 8A 82 04 00 00 00 00 00 00 00 00 00")]
    [DataRow((int)MessageKind.OpenContactor, 2, "FC B2 7C 8A 82 04 00 00 00 00 00 00 00 00 00")]
    public void Addresses_a_query_or_an_order(int kind, int protocol, string expected)
    {
        _writer.Addressed((MessageKind)kind, 0x8204, protocol);
        Expect(expected);
    }

    [TestMethod]
    [DataRow((int)MessageKind.LegacySerialQuery, 1, "FB 19 00 00 00 00 00 00 00 00 00 00 00")]
    [DataRow((int)MessageKind.PlugQuery, 2, "FB B4 00 00 00 00 00 00 00 00 00 00 00 00 00")]
    public void Asks_everybody(int kind, int protocol, string expected)
    {
        _writer.Unaddressed((MessageKind)kind, protocol);
        Expect(expected);
    }

    [TestMethod]
    public void Leaves_nothing_of_the_message_before()
    {
        _writer.Heartbeat(0xFFFF, 2, 0x09, 0xFFFF);
        _writer.Unaddressed(MessageKind.LegacyModelQuery, 2);
        Expect("FB 1A 00 00 00 00 00 00 00 00 00 00 00 00 00");
        _writer.Heartbeat(0xFFFF, 2, 0x09, 0xFFFF);
        _writer.LinkReady1();
        Expect("FC E1 7C 8A 5F 00 00 00 00 00 00 00 00");
    }

    private void Expect(string payload)
    {
        Assert.AreEqual(payload, Hex.Format(_writer.Body, _writer.Length));
    }
}
