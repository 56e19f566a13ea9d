using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using TwcBridge.Simulator;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>What a bus may bring: recorded frames, frames with fields by chance and a right sum,
/// spoilt ones, and noise.</summary>
internal sealed class FrameMix
{
    private const int Controller = 0x7777;

    // The one that speaks protocol 1.
    private const int OldId = 0x1001;

    private static readonly int[] Ids = [0x1000, 0x1001, 0x1002, 0x1003, 0xC0DB, Controller];
    private static readonly int[] Lengths = [13, 14, 14, 15, 16, 16, 16, 20];
    private static readonly byte[][] Recorded = Read();

    private static readonly int[] Answers =
    [
        Opcodes.ConnectorLinkReady, Opcodes.HeartbeatAnswer, Opcodes.HeartbeatAnswer,
        .. new[]
        {
            Opcodes.AskMeter, Opcodes.AskVersion, Opcodes.AskSerial, Opcodes.AskVinFirst,
            Opcodes.AskVinSecond, Opcodes.AskVinThird, Opcodes.AskPlugState,
            Opcodes.AskAllSerial, Opcodes.AskAllModel, Opcodes.AskAllFirmware,
            Opcodes.CloseContactor, Opcodes.OpenContactor,
        }.Select(Opcodes.AnswerTo),
    ];

    private readonly FrameWriter _writer = new();

    /// <summary>Whether other controllers, and who answers them, are among those that speak.
    /// </summary>
    public bool HasRivals { get; set; } = true;

    public void Add(FuzzInput input, FuzzDice dice)
    {
        int from = input.Length;
        if (dice.OneIn(40))
        {
            input.AddNoise(dice.Between(1, 60), dice);
            return;
        }
        if (HasRivals && dice.OneIn(8))
        {
            input.Add(dice.Of(Recorded));
        }
        else if (dice.OneIn(3))
        {
            AddAnything(input, dice);
        }
        else
        {
            AddReport(input, dice);
        }
        if (dice.OneIn(HasRivals ? 12 : 60))
        {
            input.Spoil(from, dice);
        }
    }

    /// <summary>A right frame of 16 bytes, whatever it says.</summary>
    public ReadOnlySpan<byte> GoodFrame(int id)
    {
        _writer.Begin(Opcodes.ConnectorLinkReady, 16).Word(id).Byte(0x77).Word(3200).Finish();
        return _writer.Wire.AsSpan(0, _writer.Length);
    }

    private void AddAnything(FuzzInput input, FuzzDice dice)
    {
        int length = dice.Of(Lengths);
        int opcode = dice.Of(Answers);
        bool isToRival = opcode == Opcodes.HeartbeatAnswer && !HasRivals;
        if (isToRival || opcode == Opcodes.ConnectorLinkReady)
        {
            AddReport(input, dice);
            return;
        }
        _writer.Begin(opcode, length).Word(dice.Of(Ids));
        for (int i = 4; i < length - 1; i++)
        {
            _writer.Byte(dice.OneIn(2) ? 0 : dice.Byte());
        }
        Finish(input, dice);
    }

    // What linked connectors really say, with every state and any amps.
    private void AddReport(FuzzInput input, FuzzDice dice)
    {
        int id = Ids[dice.Next(3)];
        if (dice.OneIn(6))
        {
            _writer.Begin(Opcodes.ConnectorLinkReady, id == OldId ? 14 : 16)
                .Word(id).Byte(dice.Byte()).Word(dice.OneIn(9) ? dice.Next(65536) : 3200);
        }
        else
        {
            int accepted = dice.OneIn(9) ? dice.Next(65536) : 100 * dice.Next(33);
            _writer.Begin(Opcodes.HeartbeatAnswer, 16).Word(id).Word(Controller)
                .Byte(dice.Next(12)).Word(accepted)
                .Word(dice.OneIn(4) ? dice.Next(4000) : Math.Min(accepted, 3200));
        }
        Finish(input, dice);
    }

    private void Finish(FuzzInput input, FuzzDice dice)
    {
        _writer.Finish(dice.OneIn(4) ? dice.Byte() : -1);
        input.Add(_writer.Wire.AsSpan(0, _writer.Length));
    }

    private static byte[][] Read()
    {
        string text = File.ReadAllText(Repository.Absolute("tests/captures/frames.json"));
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.GetProperty("vectors").EnumerateArray()
            .Select(row => row.GetProperty("wire_hex").GetString()!.Replace(" ", ""))
            .Select(Convert.FromHexString).ToArray();
    }
}
