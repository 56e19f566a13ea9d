using System;
using System.Collections.Generic;
using System.Linq;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.SystemTests.Host;

/// <summary>Reads from a real line until a number of bytes is there, or a deadline has passed.
/// </summary>
internal static class LineExchange
{
    public const int DeadlineMs = 10_000;

    public static byte[] Read(ISerialLine line, int count)
    {
        return ReadWhile(line, bytes => bytes.Count < count);
    }

    /// <summary>Everything up to and with an end.</summary>
    public static byte[] ReadUntil(ISerialLine line, byte[] end)
    {
        return ReadWhile(line, bytes => !bytes.TakeLast(end.Length).SequenceEqual(end));
    }

    public static void AssertCarries(ISerialLine from, ISerialLine to, byte[] bytes)
    {
        from.Write(bytes, bytes.Length);
        CollectionAssert.AreEqual(bytes, Read(to, bytes.Length));
    }

    private static byte[] ReadWhile(ISerialLine line, Predicate<List<byte>> wantsMore)
    {
        List<byte> bytes = [];
        byte[] buffer = new byte[64];
        long endAtMs = Environment.TickCount64 + DeadlineMs;
        while (wantsMore(bytes) && Environment.TickCount64 < endAtMs)
        {
            line.WaitReadable((int)Math.Max(0, endAtMs - Environment.TickCount64));
            bytes.AddRange(buffer[..line.Read(buffer)]);
        }
        return bytes.ToArray();
    }
}
