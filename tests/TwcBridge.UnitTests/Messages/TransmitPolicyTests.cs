using TwcBridge.Messages;
using TwcBridge.UnitTests.Wire;

namespace TwcBridge.UnitTests.Messages;

/// <summary>PROTOCOL 6 rule 1, written down a second time and compared with all that could be
/// asked for.</summary>
[TestClass]
public class TransmitPolicyTests
{
    private const string OurId = "7C 8A";
    private const string Known = "82 04";
    private const string Foreign = "77 77";
    private const string Nobody = "00 00";

    // Pairs that go out from us without a receiver, from us to a known peripheral, and from nobody
    // to everybody.
    private const string Announcements = "FC E1;FB E2;";
    private const string ToOne = "FB E0;FB EB;FB EC;FB ED;FB EE;FB EF;FB F1;FB B4;";
    private const string ToAll = "FB B4;FB 19;FB 1A;FB 1B;";
    private const string Contactor = "FC B1;FC B2;";

    private readonly TransmitPolicy _policy;
    private readonly TransmitPolicy _policyWithContactor;

    public TransmitPolicyTests()
    {
        OfferLedger ledger = new OfferLedger();
        ledger.LimitSite(3200);
        ledger.Enter(0x8204, 600, 3200);
        _policy = new TransmitPolicy(ledger, 0x7C8A, false);
        _policyWithContactor = new TransmitPolicy(ledger, 0x7C8A, true);
    }

    [TestMethod]
    [DataRow(13)]
    [DataRow(15)]
    public void Of_all_65536_pairs_without_ids_only_the_old_queries_go(int length)
    {
        ExpectOnly(ToAll, length, Nobody, Nobody, _policyWithContactor);
    }

    [TestMethod]
    [DataRow(13)]
    [DataRow(15)]
    public void Of_all_65536_pairs_from_us_to_a_known_one_only_the_listed_go(int length)
    {
        ExpectOnly(ToOne, length, OurId, Known, _policy);
    }

    [TestMethod]
    public void Of_all_65536_pairs_the_contactor_orders_go_only_when_they_are_enabled()
    {
        ExpectOnly(ToOne + Contactor, 15, OurId, Known, _policyWithContactor);
    }

    [TestMethod]
    public void Of_all_65536_pairs_from_us_to_nobody_only_announcements_go()
    {
        ExpectOnly(Announcements, 13, OurId, Nobody, _policyWithContactor);
    }

    [TestMethod]
    [DataRow(OurId, "99 99")]
    [DataRow(OurId, "04 82")]
    [DataRow(Foreign, Known)]
    [DataRow(Foreign, Nobody)]
    [DataRow(Foreign, Foreign)]
    [DataRow("8A 7C", Known)]
    [DataRow(Nobody, Known)]
    [DataRow(Known, OurId)]
    public void No_pair_goes_from_a_stranger_or_to_one(string sender, string receiver)
    {
        string all = Announcements + ToOne + ToAll + Contactor;
        foreach (string pair in all.TrimEnd(';').Split(';'))
        {
            byte[] body = PlainFrame.Body(pair + " " + sender + " " + receiver, 16);
            TransmitVerdict verdict = _policyWithContactor.Judge(body, 15);
            Assert.IsTrue(verdict > TransmitVerdict.Clamped, pair);
        }
    }

    [TestMethod]
    public void Of_all_256_heartbeat_commands_six_go()
    {
        for (int command = 0; command <= 0xFF; command++)
        {
            string name = "command " + Hex.Format(command);
            byte[] body = PlainFrame.Body(
                "FB E0 " + OurId + " " + Known + " " + Hex.Format(command), 16);
            TransmitVerdict expected =
                command == 0 || command == 5 || command == 7 || command == 8 || command == 9
                    ? TransmitVerdict.Allowed
                : command == 6 ? TransmitVerdict.AboveCeiling   // Nothing is offered yet.
                : TransmitVerdict.NotListed;
            Assert.AreEqual((int)expected, (int)_policyWithContactor.Judge(body, 15), name);
            body[7] = 0x06;
            body[8] = 0x40;
            bool isLimit = command == 5 || command == 8 || command == 9;
            bool passes = _policyWithContactor.Judge(body, 15) <= TransmitVerdict.Clamped;
            Assert.AreEqual(isLimit, passes, name + " with amps");
        }
    }

    [TestMethod]
    [DataRow("FC E1 7C 8A 5F")]
    [DataRow("FB E0 7C 8A 82 04")]
    [DataRow("FB EB 7C 8A 82 04")]
    [DataRow("FB 1B")]
    [DataRow("FB B4")]
    public void Only_two_lengths_go(string payload)
    {
        for (int length = 6; length <= 19; length++)
        {
            byte[] body = PlainFrame.Body(payload, 20);
            bool goes = _policy.Judge(body, length) == TransmitVerdict.Allowed;
            Assert.AreEqual(length == 13 || length == 15, goes, "length " + length);
        }
    }

    // Rows: a body that may go, and its first byte that must be zero.
    [TestMethod]
    [DataRow("FC E1 7C 8A 5F", 5)]
    [DataRow("FB E2 7C 8A 5F", 5)]
    [DataRow("FB E0 7C 8A 82 04 00", 7)]
    [DataRow("FB E0 7C 8A 82 04 05 06 40", 9)]
    [DataRow("FB E0 7C 8A 82 04 07", 7)]
    [DataRow("FB E0 7C 8A 82 04 08 06 40", 9)]
    [DataRow("FB E0 7C 8A 82 04 09 06 40", 9)]
    [DataRow("FB EB 7C 8A 82 04", 6)]
    [DataRow("FB F1 7C 8A 82 04", 6)]
    [DataRow("FB B4 7C 8A 82 04", 6)]
    [DataRow("FC B1 7C 8A 82 04", 6)]
    [DataRow("FC B2 7C 8A 82 04", 6)]
    [DataRow("FB B4", 4)]
    [DataRow("FB 19", 2)]
    [DataRow("FB 1A", 2)]
    [DataRow("FB 1B", 2)]
    public void Every_other_byte_must_be_zero(string payload, int firstZero)
    {
        for (int at = firstZero; at < 15; at++)
        {
            byte[] body = PlainFrame.Body(payload, 16);
            Assert.AreEqual((int)TransmitVerdict.Allowed,
                (int)_policyWithContactor.Judge(body, 15), payload);
            body[at] = 1;
            Assert.AreEqual((int)TransmitVerdict.StrayBytes,
                (int)_policyWithContactor.Judge(body, 15), payload + " byte " + at);
            body[at] = 0;
            body[15] = 1;   // Behind the given length: none of its business.
            Assert.AreEqual((int)TransmitVerdict.Allowed,
                (int)_policyWithContactor.Judge(body, 15), payload + " byte 15");
        }
    }

    [TestMethod]
    [DataRow("FC 19", (int)TransmitVerdict.NotListed)]
    [DataRow("FB E8", (int)TransmitVerdict.NotListed)]
    [DataRow("FC B1 7C 8A 82 04", (int)TransmitVerdict.ContactorOff)]
    [DataRow("FC B2 7C 8A 82 04", (int)TransmitVerdict.ContactorOff)]
    [DataRow("FC E1 77 77 5F", (int)TransmitVerdict.BadAddress)]
    [DataRow("FB E0 77 77 82 04", (int)TransmitVerdict.BadAddress)]
    [DataRow("FB E0 7C 8A 99 99", (int)TransmitVerdict.BadAddress)]
    [DataRow("FB EB 7C 8A 99 99", (int)TransmitVerdict.BadAddress)]
    [DataRow("FB B4 77 77 82 04", (int)TransmitVerdict.BadAddress)]
    [DataRow("FB E0 7C 8A 82 04 02 04", (int)TransmitVerdict.NotListed)]
    [DataRow("FB E0 7C 8A 82 04 06", (int)TransmitVerdict.AboveCeiling)]
    [DataRow("FB E0 7C 8A 82 04 09 0C 81", (int)TransmitVerdict.Clamped)]
    [DataRow("FB E0 7C 8A 82 04 09 0C 80", (int)TransmitVerdict.Allowed)]
    public void Says_why(string payload, int expected)
    {
        Assert.AreEqual(expected, (int)_policy.Judge(PlainFrame.Body(payload, 16), 15));
    }

    private static void ExpectOnly(
        string allowed, int length, string sender, string receiver, TransmitPolicy policy)
    {
        byte[] template = PlainFrame.Body("00 00 " + sender + " " + receiver, 20);
        byte[] body = new byte[length];
        int goes = 0;
        for (int pair = 0; pair <= 0xFFFF; pair++)
        {
            System.Array.Copy(template, body, length);
            body[0] = (byte)(pair >> 8);
            body[1] = (byte)pair;
            if (policy.Judge(body, length) <= TransmitVerdict.Clamped)
            {
                goes++;
                string name = Hex.Format(body, 2);
                Assert.IsTrue(allowed.Contains(name + ";"), name);
            }
        }
        Assert.AreEqual(allowed.Length / "FB E0;".Length, goes);
    }
}
