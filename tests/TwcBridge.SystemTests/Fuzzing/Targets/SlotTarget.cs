using System;
using TwcBridge.Config;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>What flash may hold: whole records, cut ones, spoilt ones, noise. The first byte says
/// where one slot ends and the other begins.</summary>
internal sealed class SlotTarget : FuzzTarget
{
    private const int HeadLength = 10;
    private const int CrcLength = 4;

    private readonly byte[] _record = new byte[2 * SlotRecord.MaxLength];

    public override string Name => "slots";

    public override int CaseLength => 700;

    public override int PerMille => 29;

    public override void Fill(FuzzInput input, FuzzDice dice)
    {
        input.Add(0);
        AddSlot(input, dice);
        input.Bytes[0] = (byte)Math.Min(byte.MaxValue, input.Length - 1);
        AddSlot(input, dice);
    }

    public override void Prepare(byte[] bytes)
    {
    }

    public override void Run(byte[] bytes, int length)
    {
        int end = Math.Min(1 + bytes[0], length);
        SlotPair pair = new();
        bool first = Read(pair, 0, bytes.AsSpan(1, end - 1));
        bool second = Read(pair, 1, bytes.AsSpan(end, length - end));
        Require(first || second == (pair.Newest == 1), "believes nobody, or nothing");
        Require(second || first == (pair.Newest == 0), "believes nobody, or nothing");
        Require(pair.NextSlot != pair.Newest && pair.NextSlot is 0 or 1, "writes the one in force");
        uint sequence = pair.NextSequence;
        int slot = pair.NextSlot;
        pair.OnWritten();
        Require(pair.Newest == slot && pair.NextSequence == sequence + 1, "does not turn");
    }

    private bool Read(SlotPair pair, int slot, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_record);
        bool isWhole = IsWhole(bytes);
        Require(isWhole == SlotRecord.IsWhole(_record, bytes.Length), "another opinion");
        Reached += isWhole ? 1 : 0;
        pair.OnRead(slot, _record, bytes.Length);
        return isWhole;
    }

    private void AddSlot(FuzzInput input, FuzzDice dice)
    {
        int from = input.Length;
        int length = dice.Next(240);
        for (int i = 0; i < length; i++)
        {
            _record[HeadLength + i] = dice.Byte();
        }
        uint sequence = dice.OneIn(2) ? (uint)dice.Next(4) : uint.MaxValue - (uint)dice.Next(4);
        int total = SlotRecord.Seal(_record, length, sequence);
        input.Add(_record.AsSpan(0, dice.OneIn(8) ? dice.Next(total) : total));
        if (dice.OneIn(3))
        {
            input.Spoil(from, dice);
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> bytes)
    {
        return bytes.Length >= HeadLength + CrcLength
            && bytes.StartsWith("TWB1"u8)
            && ((bytes[8] << 8) | bytes[9]) == bytes.Length - HeadLength - CrcLength
            && Crc(bytes[..^CrcLength]) == System.Buffers.Binary.BinaryPrimitives
                .ReadUInt32BigEndian(bytes[^CrcLength..]);
    }

    // Bit by bit, as the standard puts it.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }
        return ~crc;
    }
}
