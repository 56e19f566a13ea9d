using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttPacketReaderTests
{
    [TestMethod]
    public void Reads_every_packet_after_every_other_packet()
    {
        MqttPacketReader reader = NewReader();  // One on purpose: no packet may poison the next.
        foreach (MqttVector before in MqttVectors.Packets())
        {
            foreach (MqttVector vector in MqttVectors.Packets())
            {
                ReadWhole(reader, before);
                ReadWhole(reader, vector);
                string name = vector.Name + " after " + before.Name;
                Assert.AreEqual(vector.Meaning, MqttVectors.Describe(reader), name);
            }
        }
    }

    [TestMethod]
    public void Reads_every_packet_byte_by_byte()
    {
        MqttPacketReader reader = NewReader();
        foreach (MqttVector vector in MqttVectors.Packets())
        {
            for (int i = 0; i < vector.Bytes.Length; i++)
            {
                Assert.AreEqual(1, reader.Push(vector.Bytes, i, 1));
                string expected = i == vector.Bytes.Length - 1 ? vector.Meaning : "pending";
                Assert.AreEqual(expected, MqttVectors.Describe(reader), vector.Name);
            }
        }
    }

    [TestMethod]
    public void Reads_every_packet_cut_in_two_at_every_place()
    {
        MqttPacketReader reader = NewReader();
        foreach (MqttVector vector in MqttVectors.Packets())
        {
            for (int cut = 0; cut <= vector.Bytes.Length; cut++)
            {
                Assert.AreEqual(cut, reader.Push(vector.Bytes, 0, cut));
                reader.Push(vector.Bytes, cut, vector.Bytes.Length - cut);
                if (cut < vector.Bytes.Length)
                {
                    Assert.AreEqual(vector.Meaning, MqttVectors.Describe(reader), vector.Name);
                }
            }
        }
    }

    [TestMethod]
    public void Leaves_the_bytes_behind_a_packet_to_the_next_call()
    {
        byte[] next = Wire.Bytes("D0 00");
        foreach (MqttVector vector in MqttVectors.Packets())
        {
            byte[] stream = new byte[vector.Bytes.Length + next.Length];
            vector.Bytes.CopyTo(stream, 0);
            next.CopyTo(stream, vector.Bytes.Length);
            MqttPacketReader reader = NewReader();

            int taken = reader.Push(stream, 0, stream.Length);

            Assert.AreEqual(vector.Bytes.Length, taken, vector.Name);
            Assert.AreEqual(vector.Meaning, MqttVectors.Describe(reader), vector.Name);
            reader.Push(stream, taken, stream.Length - taken);
            Assert.AreEqual("pingresp", MqttVectors.Describe(reader), vector.Name);
        }
    }

    [TestMethod]
    public void Names_every_malformed_packet_at_its_last_byte()
    {
        foreach (MqttVector vector in MqttVectors.Malformed())
        {
            MqttPacketReader reader = NewReader();
            int last = vector.Bytes.Length - 1;

            reader.Push(vector.Bytes, 0, last);
            Assert.AreEqual("pending", MqttVectors.Describe(reader), vector.Name);

            reader.Push(vector.Bytes, last, 1);
            Assert.AreEqual(vector.Meaning, MqttVectors.Describe(reader), vector.Name);
        }
    }

    [TestMethod]
    public void Swallows_everything_behind_garbage_until_a_new_connection()
    {
        MqttVector sound = MqttVectors.Packets()[0];
        foreach (MqttVector garbage in MqttVectors.Malformed())
        {
            MqttPacketReader reader = NewReader();
            reader.Push(garbage.Bytes, 0, garbage.Bytes.Length);

            ReadWhole(reader, sound);
            Assert.AreEqual(garbage.Meaning, MqttVectors.Describe(reader), garbage.Name);

            reader.Restart();
            ReadWhole(reader, sound);
            Assert.AreEqual(sound.Meaning, MqttVectors.Describe(reader), garbage.Name);
        }
    }

    [TestMethod]
    public void Forgets_half_a_packet_when_a_new_connection_begins()
    {
        MqttVector sound = MqttVectors.Packets()[0];
        foreach (MqttVector vector in MqttVectors.Packets())
        {
            for (int cut = 1; cut < vector.Bytes.Length; cut++)
            {
                MqttPacketReader reader = NewReader();
                reader.Push(vector.Bytes, 0, cut);

                reader.Restart();
                ReadWhole(reader, sound);

                Assert.AreEqual(sound.Meaning, MqttVectors.Describe(reader), vector.Name);
            }
        }
    }

    [TestMethod]
    public void Skips_the_longest_packet_there_is()
    {
        const int LongestBody = 268_435_455;
        byte[] head = Wire.Bytes("30 FF FF FF 7F | 00 01 't'");
        byte[] chunk = new byte[1 << 16];
        MqttPacketReader reader = NewReader();

        reader.Push(head, 0, head.Length);
        int left = LongestBody - 3;
        while (left > chunk.Length)
        {
            left -= reader.Push(chunk, 0, chunk.Length);
        }
        reader.Push(chunk, 0, left - 1);
        Assert.AreEqual("pending", MqttVectors.Describe(reader));

        reader.Push(chunk, 0, 1);
        Assert.AreEqual("publish q0 oversized 't' = ''", MqttVectors.Describe(reader));
    }

    [TestMethod]
    public void Reads_only_the_part_of_the_source_that_it_is_given()
    {
        byte[] source = Wire.Bytes("FF FF | 20 02 00 00 | FF");
        MqttPacketReader reader = NewReader();

        Assert.AreEqual(4, reader.Push(source, 2, 4));

        Assert.AreEqual("connack 0", MqttVectors.Describe(reader));
    }

    private static MqttPacketReader NewReader()
    {
        return new MqttPacketReader(MqttVectors.Capacity);
    }

    private static void ReadWhole(MqttPacketReader reader, MqttVector vector)
    {
        Assert.AreEqual(
            vector.Bytes.Length, reader.Push(vector.Bytes, 0, vector.Bytes.Length), vector.Name);
    }
}
