using TwcBridge.Config;

namespace TwcBridge.UnitTests.Config;

/// <summary>Two slots of flash, a power cut at any byte, and what the next start then finds.
/// </summary>
[TestClass]
public class SlotPairTests
{
    private const int PayloadLength = 9;
    private const int RecordLength = 23;

    [TestMethod]
    public void Nothing_is_believed_of_an_empty_flash()
    {
        SlotPair slots = Start(new byte[0], new byte[0]);

        Assert.AreEqual(SlotPair.None, slots.Newest);
        Assert.AreEqual(0, slots.NextSlot);
    }

    [TestMethod]
    [DataRow(1, 2, 1)]
    [DataRow(2, 1, 0)]
    [DataRow(7, 7, 0)]
    public void The_newer_of_two_records_counts(int first, int second, int newest)
    {
        SlotPair slots = Start(Record((uint)first, 1), Record((uint)second, 2));

        Assert.AreEqual(newest, slots.Newest);
        Assert.AreEqual(1 - newest, slots.NextSlot);
    }

    [TestMethod]
    public void A_sequence_that_begins_anew_is_newer()
    {
        SlotPair slots = Start(Record(0xFFFFFFFF, 1), Record(0, 2));

        Assert.AreEqual(1, slots.Newest);
        Assert.AreEqual(1u, slots.NextSequence);
    }

    [TestMethod]
    public void A_cut_at_any_byte_of_a_write_leaves_the_old_record_or_the_new_one()
    {
        byte[] old = Record(4, 1);
        byte[] older = Record(3, 9);
        byte[] next = Record(5, 2);
        for (int cut = 0; cut <= next.Length; cut++)
        {
            string at = "cut at " + cut.ToString();
            int expected = cut == next.Length ? 1 : 0;
            Assert.AreEqual(expected, Start(old, Head(next, cut)).Newest, at + " of a new file");
            Assert.AreEqual(expected == 1 ? 0 : 1, Start(Head(next, cut), old).Newest, at);

            // Written over the older record in place, as a file system without copies would.
            byte[] mixed = Head(older, older.Length);
            System.Array.Copy(next, 0, mixed, 0, cut);
            int newest = Start(old, mixed).Newest;
            bool isNext = newest == 1 && Same(mixed, next);
            Assert.IsTrue(newest == 0 || isNext, at + " of the old file");
        }
    }

    [TestMethod]
    public void Every_flipped_bit_is_noticed()
    {
        byte[] record = Record(4, 1);
        for (int bit = 0; bit < record.Length * 8; bit++)
        {
            record[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsFalse(SlotRecord.IsWhole(record, record.Length), "bit " + bit.ToString());
            record[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.IsTrue(SlotRecord.IsWhole(record, record.Length));
    }

    [TestMethod]
    public void A_record_with_something_behind_it_is_none()
    {
        byte[] record = Record(4, 1);
        Assert.IsFalse(SlotRecord.IsWhole(Head(record, record.Length + 1), record.Length + 1));
    }

    [TestMethod]
    public void Writes_go_to_the_two_slots_in_turn()
    {
        SlotPair slots = Start(new byte[0], new byte[0]);
        slots.OnWritten();
        Assert.AreEqual(0, slots.Newest);
        Assert.AreEqual(1, slots.NextSlot);
        slots.OnWritten();
        Assert.AreEqual(1, slots.Newest);
        Assert.AreEqual(0, slots.NextSlot);
        Assert.AreEqual(3u, slots.NextSequence);
    }

    [TestMethod]
    public void The_checksum_is_the_one_that_everybody_has()
    {
        // The check value of the CRC-32 catalogue: of the ASCII digits 1 to 9.
        byte[] digits = { 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39 };
        Assert.AreEqual(0xCBF43926u, Crc32.Of(digits, digits.Length));
        Assert.AreEqual(0u, Crc32.Of(digits, 0));
    }

    private static SlotPair Start(byte[] first, byte[] second)
    {
        SlotPair slots = new SlotPair();
        slots.OnRead(0, first, first.Length);
        slots.OnRead(1, second, second.Length);
        return slots;
    }

    private static byte[] Record(uint sequence, int fill)
    {
        byte[] record = new byte[RecordLength];
        for (int i = 0; i < PayloadLength; i++)
        {
            record[SlotRecord.PayloadOffset + i] = (byte)(fill + i);
        }
        Assert.AreEqual(RecordLength, SlotRecord.Seal(record, PayloadLength, sequence));
        return record;
    }

    private static byte[] Head(byte[] bytes, int length)
    {
        byte[] head = new byte[length];
        System.Array.Copy(bytes, 0, head, 0, length < bytes.Length ? length : bytes.Length);
        return head;
    }

    private static bool Same(byte[] one, byte[] other)
    {
        for (int i = 0; i < one.Length; i++)
        {
            if (one[i] != other[i])
            {
                return false;
            }
        }
        return one.Length == other.Length;
    }
}
