using System;
using TwcBridge.Messages;
using TwcBridge.Simulator;
using TwcBridge.Wire;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>
/// FrameDecoder and Message. The second opinion is the simulator's reader, which shares no code
/// with them; it knows no silence, so the first byte of a case says if there is any.
/// </summary>
internal sealed class DecoderTarget : FuzzTarget
{
    private const int NoSilence = 0x80;

    private readonly FrameMix _mix = new();
    private readonly FrameReader _reader = new();
    private readonly Message _message = new();
    private readonly byte[] _text = new byte[Message.SerialLength];
    private readonly byte[] _good;
    private FrameDecoder _decoder = new();
    private long _answers;

    public DecoderTarget()
    {
        _good = _mix.GoodFrame(0x1234).ToArray();
    }

    public override string Name => "decoder";

    public override int CaseLength => 4096;

    public override int PerMille => 200;

    public override bool AllocatesNothing => true;

    public override void Fill(FuzzInput input, FuzzDice dice)
    {
        int length = dice.Between(2, CaseLength);
        input.Add(dice.Byte());
        while (input.Length < length)
        {
            _mix.Add(input, dice);
        }
    }

    public override void Prepare(byte[] bytes)
    {
        _decoder = new FrameDecoder();
        _answers = 0;
        _reader.Push(Slip.Escape);      // An open escape and an End: no frame is open.
        _reader.Push(Slip.End);
        _decoder.Push(Slip.End);
    }

    public override void Run(byte[] bytes, int length)
    {
        bool isSilent = bytes[0] < NoSilence;
        int pace = 7 + 3 * bytes[0];
        for (int i = 1; i < length; i++)
        {
            DecodeStatus status = Take(_decoder.Push(bytes[i]));
            if (isSilent)
            {
                Take(i % pace == 0 ? _decoder.OnSilence() : DecodeStatus.Pending);
            }
            else
            {
                Compare(status, _reader.Push(bytes[i]));
            }
        }
        CheckCounts();
        FindGoodFrame();
    }

    private DecodeStatus Take(DecodeStatus status)
    {
        _answers += status == DecodeStatus.Pending ? 0 : 1;
        Require(_decoder.Length <= FrameFormat.MaxBodyLength, "a body beyond its buffer");
        if (status == DecodeStatus.Frame
            && _message.Point(_decoder.Body, _decoder.Length) == MessageStatus.Accepted)
        {
            Read(_message);
            Reached++;
        }
        return status;
    }

    private void Compare(DecodeStatus status, bool readerHas)
    {
        bool decoderHas = status == DecodeStatus.Frame;
        Require(!decoderHas || readerHas, "a frame that the other reader refuses");
        if (!readerHas)
        {
            return;
        }
        Require(decoderHas || status == DecodeStatus.BadLength, "a frame is missed");
        for (int i = 0; decoderHas && i < _decoder.Length; i++)
        {
            Require(_decoder.Body[i] == _reader.Frame[i], "another body");
        }
    }

    private void Read(Message message)
    {
        long sum = message.SenderId + message.ReceiverId + message.Sign + message.Command;
        sum += message.Length > FrameFormat.AnswerDrawnOffset + 2 ? message.DrawnCentiamps : 0;
        if (message.Kind == MessageKind.MeterAnswer)
        {
            sum += message.EnergyRaw + message.Volts(2) + message.HalfAmps(2);
        }
        int count = message.CopyText(_text, 0);
        Require(sum >= 0 && count <= Message.SerialLength, "a field out of range");
    }

    private void CheckCounts()
    {
        long counted = 0;
        for (int i = 1; i < FrameDecoder.StatusCount; i++)
        {
            counted += _decoder.CountOf((DecodeStatus)i);
        }
        Require(counted == _answers, "counters that do not add up");
    }

    private void FindGoodFrame()
    {
        _decoder.Push(Slip.End);
        _decoder.Push(Slip.End);
        DecodeStatus last = DecodeStatus.Pending;
        foreach (byte value in _good)
        {
            last = _decoder.Push(value);
        }
        Require(last == DecodeStatus.Frame, "a good frame after two delimiters is not found");
    }
}
