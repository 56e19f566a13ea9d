using System;
using System.Linq;
using TwcBridge.Mqtt;

namespace TwcBridge.SystemTests.Mqtt;

/// <summary>Damaged streams in any chunking: never an exception, always the same verdict.</summary>
[TestClass]
public class MqttFuzzTests
{
    private const int Cases = 20_000;
    private const int ReaderCapacity = 24;

    private static readonly byte[][] Packets =
    [
        [0x20, 2, 0, 0],
        [0x40, 2, 0, 1],
        [0x90, 3, 0xFF, 0xFF, 1],
        [0xD0, 0],
        [0x30, 5, 0, 1, (byte)'a', 1, 2],
        [0x33, 5, 0, 1, (byte)'a', 0, 9],
        [0x32, 40, 0, 1, (byte)'a', 0, 9, .. new byte[35]],
        [0x32, 40, 0, 30, .. Enumerable.Repeat((byte)'t', 30), 0, 9, .. new byte[6]],
    ];

    [TestMethod]
    public void Any_chunking_of_any_stream_gives_the_same_verdicts()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            Random random = new(seed);
            byte[] stream = Damaged(random);
            string whole = Verdicts(stream, () => stream.Length);
            string chunked = Verdicts(stream, () => random.Next(1, 6));
            Assert.AreEqual(whole, chunked, $"seed {seed}");
        }
    }

    [TestMethod]
    public void A_session_survives_any_stream_and_comes_back()
    {
        MqttSession session = new(new MqttOptions { ClientId = [], Subscriptions = [[1]] }, 1);
        for (int seed = 0; seed < Cases; seed++)
        {
            Random random = new(seed);
            byte[] stream = [0x20, 2, 0, 0, .. Damaged(random)];
            long nowMs = session.NextDueAtMs;
            Assert.IsTrue(session.WantsDial(nowMs), $"seed {seed}");
            session.OnDialStarted(nowMs);
            session.OnConnected(nowMs);
            session.OnSent(session.OutputLength, nowMs);
            Feed(session, stream, nowMs);
            Assert.IsTrue(session.IsOnline || session.WantsClose, $"seed {seed}");
            session.OnDisconnected(nowMs);
        }
        Assert.AreEqual(Cases, session.Counters.Connects);
        Assert.IsGreaterThan(Cases / 10, session.Counters.Malformed);
        Assert.IsGreaterThan(Cases / 10, session.Counters.MessagesReceived);
    }

    private static byte[] Damaged(Random random)
    {
        byte[] stream = [.. Enumerable.Range(0, 6).SelectMany(_ => random.GetItems(Packets, 1)[0])];
        int flips = random.Next(0, 4);
        for (int i = 0; i < flips; i++)
        {
            stream[random.Next(stream.Length)] ^= (byte)(1 << random.Next(8));
        }
        return stream[random.Next(2)..];
    }

    private static void Feed(MqttSession session, byte[] stream, long nowMs)
    {
        int offset = 0;
        while (offset < stream.Length)
        {
            int taken = session.OnReceived(stream, offset, stream.Length - offset, nowMs);
            session.OnSent(session.OutputLength, nowMs);
            Assert.IsGreaterThan(0, taken);
            offset += taken;
        }
    }

    private static string Verdicts(byte[] stream, Func<int> chunkLength)
    {
        MqttPacketReader reader = new(ReaderCapacity);
        string verdicts = "";
        int offset = 0;
        while (offset < stream.Length && reader.Status <= MqttReadStatus.Packet)
        {
            int length = Math.Min(chunkLength(), stream.Length - offset);
            offset += reader.Push(stream, offset, length);
            verdicts += reader.Status == MqttReadStatus.Pending ? "" : Verdict(reader, offset);
        }
        return verdicts;
    }

    private static string Verdict(MqttPacketReader reader, int offset)
    {
        if (reader.Status != MqttReadStatus.Packet)
        {
            return $"{reader.Status};";     // How far it read on depends on the chunk.
        }
        MqttMessage message = reader.Message;
        return reader.Type == MqttPacketType.Publish
            ? $"{offset} {message.Qos} {message.PacketId} {message.Oversized} "
                + $"{message.TopicLength} {message.PayloadLength};"
            : $"{offset} {reader.Type} {reader.PacketId};";
    }
}
